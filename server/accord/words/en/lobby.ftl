lobby-title = You're in
lobby-ended = The workshop has ended
lobby-lead = The facilitator will begin soon. Nothing to do yet.
lobby-starts = We start on { $day } at { $time }.
lobby-starts-today = We start at { $time }.
lobby-count = { $here } of { $of }
lobby-nobody = Nobody is here yet.
lobby-you = you
lobby-is-here = is here
lobby-is-missing = not here yet
lobby-next = First on the agenda
lobby-minutes = { $minutes } min
lobby-agenda = { $count ->
    [one] The whole agenda, { $count } step
   *[other] The whole agenda, { $count } steps
  }
lobby-how = How it works
lobby-how-write = You write on your own. Until both sides are revealed, only you see it.
lobby-how-reveal = Both teams' notes appear at the same moment, side by side.
lobby-how-agree = Then we talk, vote, and look for one wording everybody can live with.
lobby-device = Change to another device
lobby-device-hint = The link opens your place there. It works once, within 15 minutes.
lobby-device-make = Make a link
lobby-device-link = Link to your place
lobby-device-qr = QR code with the link to your place
