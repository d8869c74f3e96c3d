# What `accord rehearse` says on the terminal.
rehearse-about = Let a workshop play itself from a file, through the same doors that people use.
rehearse-help-file = A workshop file, such as canvases/examples/watomir.en.yaml
rehearse-help-language = Language of the people and of the PDF (the file's own when not given).
rehearse-help-speed = Practise: you lead from the facilitator's link, simulated people follow N times faster than real time. Without it the rehearsal leads itself, as fast as it can.
rehearse-help-server = Address of a running Accord. Without it a temporary server starts and is forgotten afterwards.
rehearse-help-out = Folder for agreement.pdf, workshop.json and facts.json (rehearsed/FILE when not given).
rehearse-help-sign = file: everybody signs, except where the file says otherwise; all: those who are pending there sign too.
rehearse-bad-speed = The speed is a number from 0.01 to 100000.

rehearse-usual-title = Workshop of marketing and sales
rehearse-usual-company = A company
rehearse-usual-reason = This would have to be clearer first.
rehearse-facilitator = Facilitator
rehearse-team-marketing = Marketing
rehearse-team-sales = Sales

rehearse-gathered = { $people ->
    [one] One person has joined at { $url }
   *[other] { $people } people have joined at { $url }
  }
rehearse-prompt = { $place }: notes { $notes }, themes { $themes }, votes { $votes }
rehearse-result-agreed = { $place }: agreed (all { $people } of { $people })
rehearse-result-parked = { $place }: not agreed; on the parking lot
rehearse-result-withdrawn = { $place }: withdrawn
rehearse-nothing-agreed = Nothing was agreed, so there is nothing to freeze or sign.
rehearse-signed = Version { $version }: signed { $signed }, missing { $missing }, refused { $refused }
rehearse-written = Written: { $path }
rehearse-done = Done in { $seconds } s.
rehearse-practice = The facilitator's seat is yours: { $link }
    Lead the workshop; the others follow. End the workshop when you are through, and the files are written.
rehearse-nobody-leads = Nobody took the facilitator's seat, so the rehearsal leads itself.

rehearse-broken = { $n ->
    [one] The file cannot be played: there is one mistake in it.
   *[other] The file cannot be played: there are { $n } mistakes in it.
  }
rehearse-file = { $path }: { $why }. Check the path and whether it may be read or written.
rehearse-stopped = Stopped. Nothing was written.
rehearse-silent = The server did not answer in time. Try again; if it happens again, look at the server's log.
rehearse-no-server = The temporary server did not start: { $why }
rehearse-unreachable = { $url } does not answer ({ $why }). Check the address and that Accord is running there.
rehearse-refused = The server refused ({ $code } { $detail }).
rehearse-lost = The connection was lost for good ({ $code }).
rehearse-not-seen = The room does not show { $what }. The server may have other content than this program.
rehearse-refusals = { $n ->
    [one] One thing was refused ({ $command }: { $code }); facts.json says which.
   *[other] { $n } things were refused, { $command } first ({ $code }); facts.json has them all.
  }

rehearse-not-yaml = This is not YAML: { $why }
rehearse-why-large = the file is larger than 16 MB
rehearse-why-deep = it is nested too deeply
rehearse-why-bytes = there are bytes that are not UTF-8
rehearse-not-mapping = Keys with values belong here, such as “id: m1”.
rehearse-not-list = A list belongs here.
rehearse-not-text = Words belong here, not a list or keys.
rehearse-missing = This is missing or empty. Fill it in.
rehearse-bad-characters = There are characters here that cannot be kept. Delete them.
rehearse-not-whole = A whole number from { $least } to { $most } belongs here.
rehearse-unknown = “{ $value }” is not known here. Possible: { $known }
rehearse-twice = “{ $value }” is there twice. Give each its own id.
rehearse-bad-date = “{ $value }” is not a date. Write it as 2026-12-09.
rehearse-bad-zone = “{ $value }” is not a time zone. Write it as Europe/Warsaw.
rehearse-nobody = Nobody is in a team. Add people with team marketing or sales.
rehearse-too-many = There are too many people. A room holds { $most } here.
rehearse-no-person = “{ $value }” is not among the participants. Correct the id or add the person.
rehearse-no-member = “{ $value }” is in no team. Only members of the teams write, vote and sign.
rehearse-other-team = { $value } is in the team { $team }. Correct one of the two.
rehearse-empty-team = The team { $team } has no members, so it cannot vote.
rehearse-many-votes = { $place } has more votes than people can cast ({ $most } each). Take some away.
rehearse-bad-scale = This scale is not known. It runs from 1 to 4 or from 1 to 5.
rehearse-other-length = There are { $found } figures for { $people } people of { $team }. Give one for each, in the order of the participants.
rehearse-no-note = There is no note “{ $value }”. Correct the id or remove it.
rehearse-no-section = “{ $value }” is no section of the agreement.

rehearse-cut = Longer than a room keeps; cut after { $limit } characters.
rehearse-replaces = A second result for { $place }; it takes the place of the first.
rehearse-not-asked = { $value } shows { $level }; only at 3 or below words are asked for, so these are left out.

# Words that a rehearsal file has as codes.
rehearse-measured-from = measured from { $date }
rehearse-its-owner = the commitment's owner
rehearse-quarter = { $what }, Q{ $quarter ->
    [I] 1
    [II] 2
    [III] 3
   *[IV] 4
} { $year }
rehearse-team-both = Marketing and sales
rehearse-usual-later = Not covered in this rehearsal.
rehearse-unit = { $unit ->
    [session] visit
    [contact] contact
    [company] company
   *[other] deal
}
