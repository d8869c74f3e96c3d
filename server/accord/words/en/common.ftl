common-skip = Skip to the content
common-logo = Accord, to the home page
common-language = Language
common-close = Close
common-cancel = Cancel
common-again = Try again
common-to-home = Home page
common-copy = Copy
common-copied = Copied

common-team-marketing = Marketing
common-team-sales = Sales
common-team-none = Team not shown

common-timer = Time left
common-paused = paused

common-how-to-join = How to join
common-scan-or-type = Scan or type the code
common-at = at
common-qr = QR code with the link to the workshop

common-connecting = Connecting
common-offline = No connection. We keep trying; you can go on writing.
common-offline-waiting = { $count ->
    [one] No connection. { $count } thing you did waits on this device and is sent as soon as the network is back.
   *[other] No connection. { $count } things you did wait on this device and are sent as soon as the network is back.
  }
common-not-lasting = This browser keeps nothing after you close the page. Leave it open until everything is saved.
common-no-way-in = You can't get in right now
common-closed-title = The connection has ended
common-closed-removed = You are no longer in this workshop. If that is a mistake, ask the facilitator for the link.
common-closed-other = The server ended the connection. What was saved is safe.
common-lost-title = There is no such page
common-lost-text = The address may be incomplete. Check the link, or type the code on the home page.
common-refused-unknown = The server did not accept this ({ $code }). Nothing has changed.

common-keys-title = Keyboard
common-keys-everyone = Everyone
common-keys-facilitator = Facilitator
common-keys-help = this list
common-keys-always = Tab and the arrow keys move. Enter chooses. Esc leaves a field or closes a window. F6 goes to the next region.
common-keys-on = Single keys work (while no field has the focus)
common-key-arrowright = →
common-key-arrowleft = ←
common-key-arrowup = ↑
common-key-arrowdown = ↓
common-key-escape = Esc

common-join = Join
common-code = Workshop code
common-code-hint = Eight characters. Upper or lower case, it doesn't matter.
common-code-short = The code has eight characters. Check what you typed.
