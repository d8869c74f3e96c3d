# Boards: zones as an outline, drawn as a sheet.

board-agreed-count = Agreed zones: { $n } of { $of }.
board-personal-count = { $n ->
    [one] { $n } more is personal and needs no agreement.
   *[other] { $n } more are personal and need no agreement.
}
board-zone-agreed = Consent { $n } of { $of }
board-zone-open = open now
board-zone-later = later
board-zone-later-minutes = { $n ->
    [one] later, { $n } minute
   *[other] later, { $n } minutes
}
board-zone-personal = personal
board-zone-personal-hidden = personal, without team names
board-zone-notes-only = notes, not agreed
board-zone-nobody = Nobody wrote anything here. That is fine too.
board-from = { $n }
board-as-list = Show as a list
board-as-board = Show as a board
board-print = Print the poster
board-back = Back to the workshop
board-none = No such board
board-none-more = This step is not part of the workshop.
