# --- ktoś opuszcza warsztat ---
leaving-before = { $n ->
    [one] { $n } miejsce w umowie wymienia tę osobę i będzie potrzebować kogoś innego.
    [few] { $n } miejsca w umowie wymieniają tę osobę i będą potrzebować kogoś innego.
    [many] { $n } miejsc w umowie wymienia tę osobę i będzie potrzebować kogoś innego.
   *[other] { $n } miejsca w umowie wymienia tę osobę i będzie potrzebować kogoś innego.
  }
leaving-after = { $n ->
    [0] { $name } – tej osoby nie ma już w warsztacie. Nic w umowie jej nie wymienia.
    [one] { $name } – tej osoby nie ma już w warsztacie. { $n } miejsce w umowie potrzebuje kogoś innego.
    [few] { $name } – tej osoby nie ma już w warsztacie. { $n } miejsca w umowie potrzebują kogoś innego.
    [many] { $name } – tej osoby nie ma już w warsztacie. { $n } miejsc w umowie potrzebuje kogoś innego.
   *[other] { $name } – tej osoby nie ma już w warsztacie. { $n } miejsca w umowie potrzebuje kogoś innego.
  }
leaving-go = Zobacz uwagi do umowy
