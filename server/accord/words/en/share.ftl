# Links to read the agreement by.

share-title = Shared agreement
share-door-title = An agreement was shared with you
share-door-text = You can read it and download it. No account is needed, and nothing can be changed here.
share-door-noted = Whoever shared it sees on which days this link was opened.
share-door-go = Read the agreement
share-gone-title = This link opens nothing
share-gone-text = It may be incomplete or revoked, or it was opened in this browser too long ago. Open the link you were given once more, or ask for a new one.
share-about = About this agreement
share-document = The agreement
share-pdf = PDF
share-pdf-sealed = PDF, sealed
share-for = Shared with: { $to }

# for those who facilitate
share-section = Sharing
share-count = { $n ->
    [0] Nobody outside the workshop has a link.
    [one] { $n } link to read is open.
   *[other] { $n } links to read are open.
}
share-open = Share by link
share-received = Version { $version }: { $n } of { $of } have the file
share-received-not = not yet
share-received-note = Those who facilitate see who has taken the PDF of the version in force.
share-poster-link = The code on a poster leads to the link for posters.
share-poster-none = The code on a poster needs a seat in the workshop. Make a link for posters, and everybody can read it.
share-dialog-title = Share the agreement by link
share-what = Whoever has the link reads the newest version, and before the first one the draft as it stands. No account, no seat in the room, nothing can be changed.
share-to = For whom
share-to-hint = A name or a place: “Board of directors”, “Anna, new in sales”, “Kitchen screen”
share-to-missing = Write who gets the link.
share-opens = What it shows
share-opens-page = The agreement
share-opens-page-more = To read, with PDF, DOCX and text.
share-opens-wall = A screen on the wall
share-opens-wall-more = At a glance, full screen, renews itself.
share-opens-poster = Posters
share-opens-poster-more = The code on posters printed from now on leads to the newest version.
share-make = Make the link
share-list = Links
share-list-none = None yet. Each one is made for somebody, and can be revoked on its own.
share-moment = { $day }, { $time }
share-made = Made by { $name }, { $when }
share-draft = Draft
share-never = Not opened yet
share-opened-once = opened { $when }
share-opened = opened on { $n } days, first { $first }, last { $last }
share-revoked = Revoked { $when }
share-show = Show the link
share-show-of = Show the link for { $to }
share-link-of = Link for { $to }
share-qr-of = The link for { $to } as a QR code
share-revoke = Revoke
share-revoke-of = Revoke the link for { $to }
share-revoke-sure = Everybody who has this link loses it at once, also where it is open now.
share-revoke-sure-poster = The code on posters that hang already stops working at once. New posters need a new link.
share-revoke-yes = Yes, revoke
