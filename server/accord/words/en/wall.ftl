# The agreement at a glance: told by the server for the screen on the wall and the page of a link.

wall-version = Version { $version }
wall-version-draft = Draft of version { $version }
wall-status-draft = Not signed yet
wall-status-waiting = { $signed } of { $of } signed
wall-status-refused = { $refused ->
    [one] { $signed } of { $of } signed, { $refused } person refused
   *[other] { $signed } of { $of } signed, { $refused } people refused
}
wall-status-in-force = In force since { $day }
wall-before = Until everybody has signed, version { $version } holds.
wall-promises = { $team } will
wall-goals = Our shared goal
wall-funnel = A month in the funnel
wall-meeting = Next meeting
wall-review = Next review
wall-qr = The agreement as it stands now
wall-empty = Nothing is agreed yet
wall-empty-more = As soon as both teams agree on the first words, they appear here by themselves: the shared goal, the promises side by side, the next meeting.

# the screen itself
wall-none = Nothing promised yet
wall-title = On the wall
wall-level = Level
wall-controls = This screen
wall-before-page = Previous page
wall-next-page = Next page
wall-pause = Pause
wall-play = Go on
wall-full = Full screen
wall-full-end = Leave full screen
wall-page = { $n } of { $of }
wall-old = As of { $time }. The server does not answer; this goes on by itself.
wall-loading = The agreement is being fetched.
wall-gone = This screen shows nothing any more
wall-gone-more = The link was revoked, or this browser has no seat in the workshop. Ask whoever gave it to you.
wall-key-next = Next page of the wall
wall-key-before = Previous page of the wall
wall-key-pause = Pause the wall, or let it go on
wall-key-full = Full screen
