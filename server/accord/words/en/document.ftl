# The document: PDF, preview on screen, Markdown, invitation. The document is impersonal.
document-kind = agreement between teams (SLA)
document-version = Version
document-held = Workshop
document-frozen = Frozen
document-in-force = In force
document-in-force-since = since { $date }, when the last signature came
document-fingerprint = Fingerprint
document-made = Prepared
document-fingerprint-none = none yet: it appears when a version is frozen
document-status-draft = draft of version { $version }
document-status-waiting = { $version }, { $left ->
    [one] waiting for { $left } signature of { $of }
   *[other] waiting for { $left } signatures of { $of }
}
document-status-refused = { $version }, { $refused ->
    [one] { $refused } person refused to sign
   *[other] { $refused } people refused to sign
}
document-status-in-force = { $version }, signed by everyone
document-head = leads the team
document-and-others = { $count ->
    [one] and { $count } more person, named in part { $section }
   *[other] and { $count } more people, named in part { $section }
}
document-nobody = Nobody is here yet.
document-of = of
document-foot = version { $version } · { $fingerprint }
document-foot-draft = draft of version { $version }

document-contents = Contents
document-not-covered = Not covered yet.
document-how-to-read = How to read this document
document-how-marks = The circle stands for { $marketing }, the square for { $sales }. The figure beside a mark says how many notes of that team are behind a clause.
document-how-covered = Parts marked “{ $open }” wait for the next meeting. Nothing has been agreed in them.
document-how-origin = Where each clause comes from, and how much consent it had, stands in the last annex.
document-sources-other = team not shown: { $count }
document-heads = Heads' draft: a proposal to the teams.
document-edited = Wording changed after it was agreed.

document-parties = Parties: the { $marketing } team and the { $sales } team of { $company }. This is not an agreement of two heads: everyone named below accepts it.
document-boundary = The SLA is an internal agreement of the teams; it changes no employment contract, job description or pay rule.
document-no-penalties = We look first for a cause in process and data. No fines or deductions are used.

document-sign-intro = Each person confirms separately, on their own device, that they know and understand this SLA, version { $version }, and says whether they accept it.
document-sign-draft = This is a draft. Only a frozen version is signed, by each person on their own device.
document-sign-title = Signatures
document-sign-count = { $side }, { $signed } of { $of }
document-sign-person = Person
document-sign-decision = Decision
document-sign-when = When
document-sign-accept = Signed
document-sign-reserve = Signed with a reservation
document-sign-refuse = Refused to sign
document-sign-waiting = Signature owed
document-seal = Fingerprint of version { $version } (SHA-256)
document-seal-qr = QR code with the whole fingerprint
document-seal-change = Changing one character of the content gives another fingerprint. Every signature belongs to exactly this version. Signatures are never deleted.
document-seal-form = Ordinary electronic signature in documentary form (art. 77² of the Polish Civil Code, art. 25(1) eIDAS). It is not a qualified signature and is not enough where the law requires written form.
document-seal-label = Seal of version { $version }
document-seal-reason = Version { $version }, signed by everyone. Fingerprint { $fingerprint }
document-file-agreement = The words of version { $version } for programs. SHA-256: { $fingerprint }
document-file-evidence = Who answered to version { $version }, and when

document-summary-title = On one page
document-summary-intro = In short. What binds is the full wording of the clauses that the numbers point to.
document-summary-promises = { $side } promises
document-summary-more = { $count ->
    [one] and { $count } more clause in part { $section }
   *[other] and { $count } more clauses in part { $section }
}

document-evidence-title = Evidence of the signatures
document-evidence-intro = All answers in the order in which they came; each is about exactly version { $version } with the fingerprint below. When somebody answers again both answers stay, and the last one counts.
document-evidence-none = Nobody has answered yet.
document-evidence-no = No.
document-evidence-team = Team
document-evidence-language = Language
document-evidence-when = Server time
document-evidence-about = What they are about, and how to check it
document-evidence-log = End of the log
document-evidence-files = In this file
document-evidence-files-what = agreement.json holds the words of the version, byte for byte as the fingerprint is made from them; evidence.json is this page for programs.
document-evidence-check = How to check
document-evidence-check-how = The file is sealed with the server's signature, which allows no change: a PDF reader shows it, and so does the command accord verify FILE.pdf.
document-evidence-check-later = Once everyone has signed, the server seals the document with a signature that allows no change. This file is not sealed yet.
document-evidence-check-where = Without an account: { $address }
document-language-pl = Polish
document-language-en = English

document-canvas-agreed = { $agreed } of { $of }
document-canvas-personal = personal
document-canvas-summary = { $personal ->
    [0] { $agreed } of { $all } agreed.
   *[other] { $agreed } of { $all } agreed. The others are personal and need no consent.
}
document-canvas-empty = Nothing was revealed here.
document-canvas-more = { $count ->
    [one] { $count } more note in the list after the canvas.
   *[other] { $count } more notes in the list after the canvas.
}
document-canvas-whole = Whole wording in the list after the canvas.
document-canvas-list = { $name }: what the canvas had no room for
document-notes-more = { $count ->
    [one] { $count } more note is in the file workshop.json.
   *[other] { $count } more notes are in the file workshop.json.
}
document-note-days = { $count } { $days ->
    [one] day
   *[other] days
}
document-answer-open = No shared answer.
document-gap-wide = The teams saw this differently.
document-gap-near = The teams were close to each other here.
document-gap-scale = Mean rating: { $marketing-name } { $marketing }, { $sales-name } { $sales }.
document-gap-themes = { $themes ->
    [one] { $themes } theme; on one side only: { $marketing-name } { $marketing }, { $sales-name } { $sales }.
   *[other] { $themes } themes; on one side only: { $marketing-name } { $marketing }, { $sales-name } { $sales }.
}
document-gap-top = In common among the first three: { $common }.
document-gap-steps = Steps and days: { $marketing-name } { $steps-marketing } and { $days-marketing }, { $sales-name } { $steps-sales } and { $days-sales }.
document-gap-guessed = Needs guessed: { $hits } of { $needs }.

document-open-text = Point
document-open-owner = Person
document-open-due = By
document-period = The SLA runs from { $start } to { $end }.
document-period-review = Review: { $review }.
document-kept-title = Kept on purpose
document-kept-intro = What the check of the document pointed out and the teams left as it is, with the reason.
document-kept-finding = Finding
document-kept-reason = Why it stays
document-reviewed-title = Review of { $day }
document-reviewed-intro = Both teams judged the clauses apart from each other. The table says how many verdicts they share.
document-reviewed-chapter = Chapter
document-reviewed-works = Works
document-reviewed-mends = To mend
document-reviewed-differ = Judged differently
document-reviewed-single = One side only
document-origin-intro = A clause comes from notes of both teams, one wording and the consent of each person on a scale of 0–5. Notes are counted by team, without the names of their authors.
document-origin-clause = Clause
document-origin-from = Comes from
document-origin-notes = Notes
document-origin-consent = Consent
document-origin-day = Day
document-origin-level = { $count ->
    [one] { $count } person at { $level }
   *[other] { $count } people at { $level }
}
document-origin-reservation = Reservation ({ $level }): { $text }

document-markdown-credit = Canvas: { $credit }

document-invite-title = Invitation
document-invite-lead = { $company } invites you to a workshop in which two teams agree how they work together.
document-invite-teams = Teams
document-invite-when = When
document-invite-when-open = The facilitator will tell you the date.
document-invite-long = How long
document-invite-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
document-invite-bring = What to bring
document-invite-bring-what = A phone or a laptop. No account is needed.
document-invite-ready = Please have ready
document-invite-expect = How it goes
document-invite-expect-write = First everyone writes in silence. Until the reveal only the author sees it.
document-invite-expect-reveal = The answers of both teams are revealed at once, side by side.
document-invite-expect-agree = We look for one wording that everyone can live with. Each person gives their consent.
document-invite-expect-sign = The results become an agreement. At the end each person reads it and signs it on their own device.
document-invite-agenda = Plan
document-invite-join = Joining
document-invite-scan = Scan the QR code or open the address:
document-invite-code = You can also type the code at { $place }. With the code alone you wait a moment until the facilitator lets you in.
document-invite-private = This link lets people into the workshop. It is passed on only within the two teams.
document-invite-qr = QR code with the link to the workshop

# The funnel in the chapter on goals
document-funnel-alt = The funnel from the first level down to the contracts: how many of each level in the period and a month, and which share goes on. The table below says the same.
document-funnel-from = From { $stream }
document-funnel-month = { $count } a month
document-funnel-points = { $count } pp
document-funnel-together = { $count } together
document-funnel-legend = Widths are logarithmic. Dots: marketing's side, stripes: sales' side, dashed line: the baseline. Volumes are rounded up.
document-funnel-goal = Shared goal: { $goal } { $currency } from { $contracts } new { $won ->
    [one] contract
   *[other] contracts
}.
document-funnel-deal = Average contract: { $deal } { $currency }.
document-funnel-period = Period: { $from } to { $to }.
document-funnel-coverage = Opportunities needed: { $pipeline } { $currency }, { $times } times the goal.
document-funnel-level = Level
document-funnel-owner = Answers for it
document-funnel-baseline = Baseline
document-funnel-volume = Target
document-funnel-a-month = Per month
document-funnel-rate = Rate to the next
document-funnel-was = (was { $rate })
document-percent = { $value }%
document-funnel-load = { $needed } of { $available } hours, { $share } of the time.
document-funnel-levers = How we will get there
document-funnel-loads = Is there time enough

# posters
document-poster-promises = What we promise each other
document-poster-glossary = What our words mean
document-poster-current = The agreement as it stands now
