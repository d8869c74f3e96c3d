# The sheet "who is missing", for whoever leads and for the heads.

missing-title = Who we still wait for
missing-lead = Who in the workshop “{ $title }” still has something to do. As of { $at }.
missing-for = For whoever leads and for the heads of the teams. Do not hang it on a wall: it has names.
missing-version = Version
missing-version-said = { $version }, fingerprint { $fingerprint }, frozen { $day }
missing-none-frozen = There is no version to sign yet.
missing-force = { $version }, fingerprint { $fingerprint }, in force from { $day }
missing-until = Reminded until
missing-until-none = no date: nobody gets reminders
missing-count = We wait for
missing-people = { $n ->
    [one] { $n } person of { $of }
   *[other] { $n } people of { $of }
}
missing-who = Who
missing-what = What
missing-since = Since
missing-head = head
missing-sign = signature under version { $version }
missing-refused = refused to sign version { $version }
missing-answer = { $n ->
    [one] answer to change no. { $numbers }
   *[other] answers to changes no. { $numbers }
}
missing-change = Change no. { $number }
missing-change-until = answers until { $until }
missing-prework = { $n ->
    [one] { $n } question before you meet
   *[other] { $n } questions before you meet
}
missing-joined = not in the workshop yet: needs the link to join
missing-nobody = Nobody of this team has anything left to do.
missing-excused = Excused, signs on return: { $names }
missing-where = Where to sign
missing-where-how = Everybody comes in by their own link: the one from “Sign later” or from a reminder. On a device used before, this address is enough:
missing-where-care = Nobody signs for somebody else, so nobody’s link is on this sheet.
missing-qr = QR code with the address of the agreement
