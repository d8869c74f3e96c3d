# What happened, then what one can do. { $field } and { $why } are for programmers; sentences choose by them.
refused-bad_input = { $why ->
    [empty] Something is missing here. Fill it in and send it again.
    [long] This is too long. Shorten it and send it again.
    [characters] There is a character here that can't be kept. Delete it and send it again.
    [choice] This is not one of the choices. Pick one from the list.
    [number] There is no single figure here. Write one, for example 50 or 2.5.
    [share] There is no share here. Write one, for example 25%.
    [date] This is not a date. Write it as 2027-01-29.
    [address] This does not look like an e-mail address. Write it like anna@example.com.
    [limit] A time limit is a figure and a unit: minutes, hours or days, working or calendar.
    [hash] A fingerprint has 64 digits from 0 to 9 and letters from a to f. At least its first 16 are needed; they stand at the bottom of every page.
    [level] A level is a comparison, a figure and a unit, for example at least 50 MQLs a month.
    [range] This figure is outside the range. Change it and send it again.
   *[other] This could not be read. Check what you typed and send it again.
  }
refused-not_allowed = { $why ->
    [removed] You are no longer in this workshop. If that is a mistake, ask the facilitator for the link.
   *[other] Your role can't do this. Ask the facilitator.
  }
refused-phase_closed = This phase is already closed. Your text is kept here.
refused-not_found = It is no longer there. Somebody may have removed it.
refused-not_yours = Only its author can change it.
refused-stale = Somebody changed the words before you. Look at both versions and decide.
refused-pen_held = Somebody else holds the pen. Wait until they put it down.
refused-pen_needed = Take the pen first, then write.
refused-pen_busy = Somebody is writing the wording right now. Answer once the pen is down.
refused-vote_closed = The vote has closed. This vote is not counted.
refused-no_votes_left = You have used all your votes. Take one back to move it.
refused-reason_needed = Write in a few words what would have to change.
refused-heads_last = Heads answer when everyone else has. Wait a moment.
refused-heads_only = The heads are preparing a draft. Your team reads it afterwards, and everyone says what should change.
refused-draft_rests = The draft rests until the teams meet. Say in a comment what should change.
refused-heads_draft = { $count ->
    [one] One clause is still the heads' draft. Ask the teams for their consent first.
   *[other] { $count } clauses are still the heads' draft. Ask the teams for their consent first.
  }
refused-comments_waiting = { $team ->
    [marketing] No comment from marketing has been discussed yet. Take one up first; if there is none, ask marketing for one.
   *[sales] No comment from sales has been discussed yet. Take one up first; if there is none, ask sales for one.
  }
refused-already_proposed = There is a proposal under this prompt already. Work on that one.
refused-not_open = This proposal is not up for an answer now.
refused-other_team = Only the team that commits itself here can say that.
refused-not_promised = This is still a request. The team it is asked of takes it on first, then everyone is asked.
refused-stale_document = The document has changed since you opened it. Read the current version, then sign.
refused-name_mismatch = The name differs from the one you joined with. Type it the same way.
refused-already_signed = You have signed this version already.
refused-not_a_signer = Only members of the two teams sign.
refused-findings = { $n ->
    [one] { $n } error stops the version. It is in the list of findings.
   *[other] { $n } errors stop the version. They are in the list of findings.
}
refused-section_needed = The document cannot do without this section. It can have another name.
refused-section_off = This section is left out of the agreement now. Take it in again to add something to it.
refused-section_asked = Somebody is writing in this section, or everybody is being asked about a change in it. Wait until they are done.
refused-section_not_empty = There are words in this section. Remove them first, or leave the section out.
refused-nothing_to_freeze = There is nothing to freeze yet. Agree on at least one wording first.
refused-doors_closed = The facilitator has closed the doors. Ask them to open them for you.
refused-room_full = The room is full. Tell the facilitator.
refused-name_here = Somebody of this name is here already. Say whether that is you.
refused-name_taken_by_you = You are already in this workshop under this name. Open it from the home page.
refused-owner_and_date_needed = Say who takes care of it and by when.
refused-too_many = That is more than this room can hold. Remove something first.
refused-id_conflict = This device sent two different things under one number. Your text is kept here; send it again.
refused-waiting = The facilitator has not let you in yet. Wait a moment.
refused-bad_link = This code or link does not open any workshop. Check it, or ask the facilitator for a new one.
refused-too_few_to_hide = { $here ->
    [one] Hidden authors need at least { $fewest } people here, and there is { $here }. Wait for the others, or choose in the agenda, under this step, that authors are shown.
   *[other] Hidden authors need at least { $fewest } people here, and there are { $here }. Wait for the others, or choose in the agenda, under this step, that authors are shown.
  }
refused-late_to_hide = Authors are hidden here and the reveal is over: what is added now would tell whose it is. Whoever leads can open writing again.
refused-already_begun = This step has begun, so how its authors are named stays as it is.
refused-too_fast = That was too much at once. Wait a few seconds and try again.
refused-bad_file = This file could not be read as a workshop. Choose a file that Accord exported.
refused-no_session = This browser is not in the workshop. Join with the code or the link.
refused-unavailable = { $why ->
    [full] The server has no room for this now. What was saved before is safe. Tell whoever runs the server.
    [disk] The server can't write to its disk. What was saved before is safe. Tell whoever runs the server.
    [readonly] The server can't write to its disk. What was saved before is safe. Tell whoever runs the server.
    [seal] The signed document could not be sealed. Nothing is lost. Tell whoever runs the server.
    [library] The server lacks a library for printing. Tell whoever runs it; the document can be saved as a web page meanwhile.
    [mail] This server sends no reminders now.
    [large] The document is too large to print in one piece. Export it as Markdown instead.
    [time] Printing took too long and was stopped. Try again in a moment.
    [queue] Many documents are being printed right now. Try again in a moment.
   *[other] The server can't do this right now. What was saved before is safe. Try again in a moment.
  }
refused-offline = There is no connection, so this can't be done now. Try again when it is back.
refused-outbox_full = Too much is waiting on this device. Wait for the network before you write more.
refused-unsent = This waited here for more than twelve hours and was not sent. The text is kept; send it again if it still holds.
