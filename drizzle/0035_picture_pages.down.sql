alter table source_versions drop column picture_pages;
