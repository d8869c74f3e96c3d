# Signing: each person on their own device.

sign-title = Sign
sign-nothing-title = There is nothing to sign yet
sign-nothing-text = The version to sign appears here once the facilitator freezes the draft. You can read the draft now.
sign-to-draft = Read the draft
sign-promise = This is what you promise the other team
sign-promised = This is settled between us
sign-observe-title = The people of both teams sign
sign-observe-text = Each signs on their own device, with their own name. Here you see counts only.
sign-newer = There is a newer version: { $version }. This is its text.
sign-earlier = The agreement has changed since your last signature. This is version { $version }.

sign-mine = My promises
sign-mine-count = { $n ->
    [one] { $n } clause is about you or your team. The whole agreement is below.
   *[other] { $n } clauses are about you or your team. The whole agreement is below.
}
sign-mine-none = No clause names you or your team. The agreement still binds everybody: read it all below.
sign-why-named = names you
sign-why-team = your team
sign-why-helps = you help with this
sign-full = { $n ->
    [one] The whole agreement, { $n } minute to read
   *[other] The whole agreement, { $n } minutes to read
}
sign-whole-document = The whole document, as printed

sign-jump = Go to the signature
sign-box = You sign version { $version }
sign-frozen-at = Frozen
sign-hash-same = The fingerprint computed on this device is the same
sign-hash-differs = The fingerprint computed on this device is different. Do not sign; tell the facilitator.
sign-answer = Your answer
sign-answer-accept = I accept it
sign-answer-reserve = I accept it with a reservation
sign-answer-refuse = I do not sign, I want a change
sign-reason-reserve = The reservation that stays with your signature
sign-reason-refuse = What keeps you from signing?
sign-understand = I know my commitments and understand them
sign-name = Type your name
sign-name-hint = As on the list: { $name }
sign-missing-understand = First tick that you know your commitments and understand them.
sign-missing-reserve = Write what the reservation is.
sign-missing-refuse = Write what keeps you from signing. A refusal cannot be answered without it.
sign-missing-name = Type your name.
sign-hold-accept = I sign
sign-hold-reserve = I sign with a reservation
sign-hold-refuse = I refuse to sign
sign-hold-on = Keep holding
sign-hold-how = Hold for 2 seconds: with a finger, the mouse, Space or Enter.
sign-without-holding = I prefer to confirm with a second button
sign-sure-accept = Sign version { $version }?
sign-sure-reserve = Sign version { $version } with a reservation?
sign-sure-refuse = Refuse to sign version { $version }?
sign-sure-yes = Yes, I confirm
sign-recorded = We record your name, team, answer with its reason, language, the version and its fingerprint, the time here and on this device, how long the text was open and whether you came to its end. Nothing else.

sign-receipt-accept = You signed version { $version }
sign-receipt-reserve = You signed version { $version } with a reservation
sign-receipt-refuse = You refused to sign version { $version }
sign-receipt-accept-more = Your signature is in the document, and stays on record even when a new version is made.
sign-receipt-reserve-more = Your signature and reservation are in the document and stay on record.
sign-receipt-refuse-more = A refusal deletes nothing: the signatures of others stay. The facilitator sees that a change is needed.
sign-receipt-name = Signature
sign-receipt-at = When
sign-receipt-why = What to change
sign-receipt-reserved = Reservation
sign-change = I changed my mind, I want to sign

sign-later = I will sign later
sign-later-title = Sign later
sign-later-text = No hurry. This link opens your seat on any device, as long as a version waits for signatures, also after the workshop.
sign-later-link = Your link
sign-later-qr = QR code of your link
sign-later-care = The link is for you alone: whoever has it can sign in your name.
sign-later-copy = Copy link

sign-changed = What changed since version { $version }, which you signed
sign-amend-clause = The clause that should change
sign-amend-none = None in particular
