import { stemWord } from "./stem-word.ts";

/**
 * Everyday English words that ask for and tell the same thing, a group a line. Only such as stand for
 * one another in most contexts: a wrong pair costs more than a missing one.
 */
const GROUPS = `
price cost fee charge fare tariff
buy purchase
sell sale
cancel terminate
start begin commence
finish end
refund reimburse reimbursement repay
deliver delivery shipping dispatch shipment
job work employment occupation
salary wage pay
employee staff worker personnel
boss manager supervisor
hire recruit
fire dismiss
holiday vacation
company firm business corporation
customer client
child kid
baby infant newborn
doctor physician
illness disease sickness
ill sick
medicine drug medication
cure treatment treat therapy
vaccine vaccination immunization
virus coronavirus
infect infection
spread transmit transmission
protect prevent protection prevention
cancer tumor tumour
heart cardiac
kidney renal
liver hepatic
lung pulmonary
brain cerebral
surgery operation surgical
death die mortality
lawyer attorney solicitor
apartment flat
rent lease
house home residence
car automobile vehicle
airplane flight plane
boat vessel
travel trip journey
city town
street road
area region district
help assist support
advice guidance recommendation
fix repair mend
broken faulty defective damaged
change modify alter edit
update upgrade
delete remove erase
create make build
install setup
setting preference option
choose select pick
show display
large big
small little tiny
fast quick rapid
error mistake fault problem issue
wrong incorrect
allow permit
forbid prohibit ban
need require
mandatory compulsory obligatory required
money cash fund
bill invoice
discount reduction
voucher coupon
guarantee warranty
cheap inexpensive affordable
expensive costly
register enrol enroll subscribe
subscription membership
password passcode pin
phone telephone mobile
mail email
website site homepage
app application
photo picture image
film movie
author writer
teach instruct
learn study
lesson class course
workshop seminar training
exam test
meeting appointment
goal objective target
skill ability
answer reply response
find locate
search seek
speak talk
wife husband spouse
king monarch ruler
leader chief
kill murder
war conflict
law statute
rule regulation
eat consume
safe secure
danger risk hazard
cause reason
effect result impact consequence outcome
increase rise grow growth
decrease reduce decline
improve enhance
amount quantity
annual yearly
receive get obtain
lost missing
stolen theft
verify confirm check
transfer send
exchange swap
limit maximum cap
colour color
wash clean
elderly old
`;

const NONE: ReadonlySet<string> = new Set();
const known = readGroups();

/** Stems that stand for the same as this one; none of itself. */
export function synonymsOf(stem: string): ReadonlySet<string> {
  return known.get(stem) ?? NONE;
}

function readGroups(): ReadonlyMap<string, ReadonlySet<string>> {
  const others = new Map<string, Set<string>>();
  for (const line of GROUPS.trim().split("\n")) {
    const stems = new Set(line.split(" ").map(stemWord));
    for (const stem of stems) {
      others.set(stem, new Set([...(others.get(stem) ?? []), ...stems]));
    }
  }
  for (const [stem, own] of others) own.delete(stem);
  return others;
}
