# The projector: what the whole room reads. Counts, never names, while people still write or vote.

projector-starts = we start at { $time }
projector-here = { $n } of { $of }
projector-missing = not here yet
projector-writing-hidden = Writing in silence. Done:
projector-writing = Writing in silence. An answer from:
projector-voted = Have voted:
projector-vote-how = Totals come after closing. Both teams count the same.
projector-consent = Have answered. Hands are shown at once:
projector-back = is when we go on
projector-ended = Thank you
projector-ended-more = This is what both teams agreed.
projector-more = More below, and all of it on your own screens ↓
