# --- somebody leaves the workshop ---
leaving-before = { $n ->
    [one] { $n } place in the agreement names them and will need somebody else.
   *[other] { $n } places in the agreement name them and will need somebody else.
  }
leaving-after = { $n ->
    [0] { $name } has left the workshop. Nothing in the agreement names them.
    [one] { $name } has left the workshop. { $n } place in the agreement needs somebody else.
   *[other] { $name } has left the workshop. { $n } places in the agreement need somebody else.
  }
leaving-go = See the findings
