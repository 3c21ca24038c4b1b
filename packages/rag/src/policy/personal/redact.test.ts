import fc from "fast-check";
import { expect, test } from "vitest";
import { PERSONAL_KINDS, type PersonalKind } from "./kinds.ts";
import { originalSpan, redact } from "./redact.ts";

const all = { kinds: PERSONAL_KINDS, except: [] };

/** What people write, each between the words that are around it. */
const PLANTED: Record<PersonalKind, string[]> = {
  email: [
    "Write to jörg.müller@example.com please",
    "mine is JANE_DOE+news@mail.example.co.uk.",
    "anna [at] example [dot] org works",
    "<b.lee@sub.example.io>",
    "mail\u200b.me@exam\u00adple.com",
    "ｋｅｎ＠example.jp",
  ],
  phone: [
    "Call +49 170 1234567 tonight",
    "my number is (212) 555-0187",
    "ring 0171 2345678 or not",
    "+44 (0)20 7946 0958",
    "0033 1 42 68 53 00",
    "Tel.: 030/901820",
    "call 415-555-2671.",
    "+1‑650‑253‑0000",
  ],
  iban: [
    "DE89 3704 0044 0532 0130 00",
    "IBAN GB29NWBK60161331926819 today",
    "fr14 2004 1010 0505 0001 3m02 606",
    "to CH93-0076-2011-6238-5295-7 soon",
  ],
  card: [
    "4111 1111 1111 1111",
    "card 5500-0000-0000-0004 expires",
    "amex 378282246310005",
    "no 12 4111 1111 1111 1111 12/27",
    "４０１２888888881881",
  ],
  national_id: [
    "SSN 219-09-9999",
    "my ssn is 219099999",
    "NI number AB 12 34 56 C",
    "DNI 12345678Z",
    "codice fiscale RSSMRA85T10A562S",
    "CPF 529.982.247-25",
    "AHV 756.9217.0769.85",
    "personnummer 811218-9876",
    "PESEL: 44051401359",
    "Steuer-ID 86095742719",
    "NIR 2 55 08 14 168 025 38",
  ],
};

/** Numbers and signs that belong to nobody. */
const CLEAN = [
  "The meeting is on 2024-05-06 at 14:30, room 12.",
  "Revenue rose from 1,234,567.89 to 2.345.678,90 euros in 2023.",
  "See ISO 13616-1:2020, RFC 9562 and DIN EN 12345-6.",
  "ISBN 978-3-16-148410-0, DOI 10.1000/182, order 4111-22.",
  "Version 10.15.7 on port 8080 with 192.168.10.20.",
  "From 1990-1995 and 2001-2010 it cost 12 345 678 dollars.",
  "@anna mentioned it; use a@b and C++ @ 3 GHz.",
  "Card 4111 1111 1111 1112 fails its check digit.",
  "IBAN DE89 3704 0044 0532 0130 01 fails too.",
  "Tracking number 1Z999AA10123456784, invoice 20240501001.",
  "Chapter 12.3.4.5 lists 000-00-0000 and 123456789.",
  "Pi is 3.14159265358979 and e is 2.718281828459045.",
  "Born 01.02.1985, member since 03/04/2019.",
  "The part 756-12 weighs 0.450 kg; 0800 people came.",
  "UUID 018f4c3e-9d2a-7c11-b0aa-0123456789ab",
  "Latitude 52.520008, longitude 13.404954.",
  "2020 2021 2022 2023 were good years.",
  "ISBN 0-356-17910-9 and 0-9546428-4-8.",
  "See Bugzilla@Mozilla. Retrieved in 2012, serial 00000000-0000.",
  "1234567890123 is only a long number.",
];

test.each(Object.entries(PLANTED) as [PersonalKind, string[]][])(
  "finds every %s that was planted, and calls it so",
  (kind, texts) => {
    const missed = texts.filter((text) => {
      const { found, text: left } = redact(text, all);
      return found.length !== 1 || found[0]?.kind !== kind || /\d{4}/.test(left);
    });
    expect(missed).toEqual([]);
  },
);

test("raises no false alarm about numbers that belong to nobody", () => {
  expect(CLEAN.filter((text) => redact(text, all).found.length > 0)).toEqual([]);
});

test("hides only the kinds that are wanted, and never what is excepted", () => {
  const text = "Mail office@example.com or call +49 170 1234567.";
  const kinds = ["phone"] as const;
  expect(redact(text, { kinds, except: [] }).text).toBe("Mail office@example.com or call [phone].");
  const except = ["Office@Example.com", "+49 (170) 123-4567"];
  expect(redact(text, { ...all, except }).text).toBe(text);
});

test("what was redacted once stays as it is, and each span leads back to the original", () => {
  const part = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(...Object.values(PLANTED).flat()).map((text) => ` ${text} `),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const original = parts.join("");
      const { text, found } = redact(original, all);
      expect(redact(text, all).text).toBe(text);
      expect(originalSpan(found, { start: 0, end: text.length })).toEqual({
        start: 0,
        end: original.length,
      });
      for (const { start, end } of found) {
        const before = redact(original.slice(0, start), all).text.length;
        expect(originalSpan(found, { start: before + 1, end: before + 2 })).toEqual({ start, end });
      }
    }),
    { numRuns: 60 },
  );
});
