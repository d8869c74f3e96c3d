# The agreement: draft, versions, freezing.

agreement-title = Agreement
agreement-under = Agreement, draft before version { $version }
agreement-under-same = Agreement, unchanged since version { $version }
agreement-to-cockpit = To the cockpit
agreement-to-room = To the workshop
agreement-preview = Print preview
agreement-freeze = Freeze version { $version }
agreement-chapters = Chapters
agreement-covered = covered
agreement-not-covered = not covered yet
agreement-not-covered-yet = Not covered yet. The first result will fill this chapter.
agreement-signoff = Signatures are given after a version is frozen, by each person on their own device.
agreement-empty = The first clause appears with the first result.
agreement-count = { $n ->
    [one] { $n } clause
   *[other] { $n } clauses
}
agreement-nobody = Nobody is here yet.
agreement-open-points = Open points
agreement-side = Versions and files

# a clause
agreement-words = Words of clause { $number }
agreement-edit = Edit
agreement-edit-of = Edit clause { $number }
agreement-edit-done = Done
agreement-edit-done-of = Done, clause { $number }
agreement-force-of = Take over the pen, clause { $number }
agreement-edited = Changed after it was agreed: { $name }
agreement-remove = Remove
agreement-remove-of = Remove clause { $number }: { $text }
agreement-remove-sure = Remove this clause from the draft?
agreement-remove-yes = Yes, remove
agreement-add = Add a clause
agreement-add-of = Add a clause to { $title }
agreement-add-label = New clause in { $title }
agreement-add-go = Add clause

# where it comes from
agreement-origin = Where it comes from
agreement-origin-of = Where it comes from, clause { $number }
agreement-origin-title = Where clause { $number } comes from
agreement-origin-back = Back to the clause
agreement-origin-hand = A clause added by hand. Last change: { $name }.
agreement-origin-somebody = somebody not on the list
agreement-origin-notes = { $n ->
    [0] No notes
    [one] Note
   *[other] { $n } notes
}
agreement-origin-no-notes = The wording grew in the talk; no notes were named.
agreement-origin-result = { $of ->
    [one] Result, consent of { $n } of { $of } person, { $time }
   *[other] Result, consent of { $n } of { $of } people, { $time }
}
agreement-origin-clause = Clause { $number }
agreement-origin-same = Word for word as agreed.

# freezing
agreement-freeze-title = Freeze version { $version }?
agreement-freeze-what = This version will hold, for ever:
agreement-freeze-clauses = { $n ->
    [one] { $n } clause, word for word
   *[other] { $n } clauses, word for word
}
agreement-freeze-chapters = { $n ->
    [one] { $n } chapter with content
   *[other] { $n } chapters with content
}
agreement-freeze-people = { $n ->
    [one] { $n } person as a party
   *[other] { $n } people as parties
}
agreement-freeze-parked = { $n ->
    [0] no open points
    [one] { $n } open point
   *[other] { $n } open points
}
agreement-freeze-gaps = These chapters stay empty: { $chapters }.
agreement-freeze-held = { $name } is still writing. You can freeze once the pen is down.
agreement-freeze-then = The version gets a fingerprint, and each person signs it on their own device. The draft can still be edited, but a change makes the next version, to be signed anew.
agreement-freeze-before = The signatures under version { $version } stay on record.

# versions and files
agreement-versions = Versions
agreement-versions-none = None yet. Freezing the draft makes version { $version }, which everybody signs.
agreement-version = Version { $version }
agreement-version-at = { $day }, { $time }
agreement-version-older = { $n ->
    [one] An earlier version, { $n } signature on record
   *[other] An earlier version, { $n } signatures on record
}
agreement-version-refused = { $n ->
    [one] One refusal, with its reason in the document
   *[other] { $n } refusals, with their reasons in the document
}
agreement-in-force = In force since { $day }
agreement-my-signature = My signature
agreement-read-version = Read { $version }
agreement-fingerprint = Fingerprint
agreement-files = Downloads
agreement-pdf-pl = PDF in Polish
agreement-pdf-en = PDF in English
agreement-markdown = Text (Markdown)
agreement-docx = Document to edit (DOCX)
agreement-docx-more = What is signed is the version here, not an edited copy.
agreement-xlsx = Commitments, metrics and meetings (XLSX)
agreement-csv-commitments = commitments (CSV)
agreement-csv-metrics = metrics (CSV)
agreement-ics = Meetings and review (calendar, ICS)
agreement-ics-more = Meetings whose day and hour can be read from “when”.
agreement-posters = Posters for the wall (PDF)
agreement-poster-promises = Promises of both sides
agreement-poster-glossary = Glossary
agreement-json = The whole workshop (JSON)
agreement-json-more = It can be imported on another server.

# findings
agreement-findings = Findings
agreement-findings-asking = The document is being checked.
agreement-findings-none = Nothing to mend.
agreement-findings-count = { $errors ->
    [0] No error
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warning
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}, { $hints ->
    [0] no hint
    [one] { $hints } hint
   *[other] { $hints } hints
}
agreement-findings-see = Findings: { $errors ->
    [0] no error
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warning
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}
agreement-findings-kept = Kept on purpose: { $n }
agreement-findings-hints = Hints: { $n }
agreement-findings-what = An error stops the version. A warning can be kept with a reason, printed in the annex. A hint stops nothing.
agreement-finding-error = Error
agreement-finding-warn = Warning
agreement-finding-info = Hint
agreement-finding-ways = { $n ->
    [one] This would be enough:
   *[other] Any one of these would be enough:
}
agreement-finding-draft = Not agreed yet, in the table “{ $table }”; it stops nothing.
agreement-finding-go = Go there
agreement-finding-go-of = Go there: { $text }
agreement-finding-keep = Keep on purpose
agreement-finding-keep-of = Keep on purpose: { $text }
agreement-finding-keep-go = Keep
agreement-finding-reason = Why does it stay?
agreement-finding-kept = Kept on purpose, { $name }:
agreement-finding-later = Not covered yet, on purpose
agreement-finding-later-of = Not covered yet, on purpose: { $text }
agreement-finding-open = Open again
agreement-freeze-errors = { $n ->
    [one] { $n } error stops the version:
   *[other] { $n } errors stop the version:
}

# how long it runs
agreement-period-start = From
agreement-period-end = To
agreement-period-review = Review on
agreement-period-set = Set the period
agreement-check = Check a document
agreement-sealed = Sealed { $day }, { $time }. Everybody gets the same file.
agreement-to-seal = The PDF is being sealed.

# --- changes after a version was frozen ---
agreement-amend-open = Propose a change
agreement-amend-title = Propose a change to { $number }
agreement-amend-how = Everyone in both teams is asked about this clause only. It holds when nobody shows less than 3 and more than half of each team has answered. Signatures stay where they are.
agreement-amend-which = What should change
agreement-amend-words = How it should read
agreement-amend-days = How long people may answer
agreement-amend-days-count = { $n ->
    [one] until noon tomorrow
   *[other] { $n } days, until noon
  }
agreement-amend-reason = Why
agreement-amend-missing-reason = Write in a few words why.
agreement-amend-send = Ask everyone
agreement-amend-sent = Everyone is asked about { $number } now.
agreement-amend-already = Change { $n } to these words is being asked about already. Answer it on the page of the agreement.
agreement-amend-list = Proposed changes
agreement-amend-number = Change { $n } to { $place }
agreement-amend-end-open = being asked about
agreement-amend-end-passed = agreed, stands in the text
agreement-amend-end-objected = not agreed: somebody showed less than 3
agreement-amend-end-lapsed = not agreed: too few answered
agreement-amend-end-withdrawn = withdrawn
agreement-amend-by = { $name }: { $reason }
agreement-amend-until = Answers until { $day }, { $time }
agreement-amend-answer = Your answer
agreement-amend-answered = Your answer: { $level }
agreement-amend-longer = Three more days
agreement-amend-withdraw = Withdraw it
agreement-compare-title = Compare two versions
agreement-compare-from = From version
agreement-compare-to = to
agreement-compare-same = These two versions say the same.
agreement-compare-added = new
agreement-compare-removed = removed
agreement-compare-changed = changed
agreement-compare-before = Before:
agreement-compare-after = Now:
