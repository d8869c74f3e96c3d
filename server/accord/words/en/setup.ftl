setup-title = New workshop
setup-question = Who meets, and for how long?
setup-what = Workshop
setup-field-title = Title
setup-field-company = Company
setup-field-name = Your name
setup-field-languages = Language of the document
setup-languages-both = Polish and English
setup-languages-pl = Polish
setup-languages-en = English
setup-field-zone = Time zone
setup-field-starts = Start
setup-optional = optional
setup-teams = Two teams
setup-left = On the left
setup-right = On the right
setup-colours = Colours
setup-pair-classic = Blue and amber
setup-pair-garden = Violet and ochre
setup-pair-harbour = Green and rose
setup-teams-hint = Each team has its colour, shape and side of the screen, the same all day.
setup-agenda = Agenda
setup-minutes = { $minutes } min
setup-minutes-part = { $minutes } of { $whole } min: its other activities are still to come
setup-people = People
setup-people-hint = Paste the names, one person a line. A star (*) marks the head of a team. Who is not on the list can join too.
setup-people-count = { $count ->
    [0] Nobody yet
    [one] { $count } person
   *[other] { $count } people
  }
setup-people-twice = On the list twice: { $names }. If these are two people, leave it; each gets a number.
setup-go = Start the workshop
setup-go-hint = You will get the links and the code at once. Steps and times can be changed later.
setup-ready = Ready to send
setup-for-everyone = For everyone
setup-join-link = Link for everyone
setup-join-link-hint = The link and the QR code enter directly. With the code alone one waits until you let them in.
setup-invitation = Invitation to print or to paste into a mail
setup-for-you = Only for you
setup-for-you-hint = Who has these leads the workshop. Don't send them to a shared channel.
setup-facilitator-link = Facilitator's link
setup-recovery = Recovery code
setup-recovery-address = Address of the workshop: { $address }
setup-recovery-hint = Shown only now. Print it or write it down: it brings you back if this device fails.
setup-print = Print this page
setup-observer-link = Link for the projector
setup-observer-link-hint = It shows what everybody may see, and nothing else.
setup-open = Open the cockpit
setup-import = Open a workshop from a file
setup-import-title = A workshop from a file
setup-import-lead = The file that Accord exported as JSON, here or on another server. Everything in it comes along; links and code are new.
setup-import-file = File (workshop.json)
setup-import-name = Your name
setup-import-go = Open
setup-sessions = { $n ->
    [one] { $n } session
   *[other] { $n } sessions
  }
setup-adapt = Adapt the agenda
setup-adapt-hint = Optional: steps, minutes, questions, columns.
setup-agenda-adapted = Adapted here
setup-agenda-saved = Template saved in this browser
setup-agenda-company = your company's template
setup-agenda-forget-of = Remove the template: { $name }
setup-agenda-forget-title = Remove the template?
setup-agenda-forget = “{ $name }” will be gone from this browser. Downloaded files and workshops that were set up stay.
setup-prepare = Before the day
setup-prepare-both = Both teams
setup-prepare-facilitator = You
setup-prepare-heads = Heads
