# Figures that each person marks in private, and what came of it.

marks-head = What each of us expected
marks-none = Nobody has marked a figure here.
marks-nobody = no figure
marks-percent = { $n }%
marks-range = { $low } to { $high }
marks-range-mean = { $low } to { $high }, { $mean } on average
marks-was = was { $rate }
marks-wrong-share = A figure of 0 to 100
marks-wrong-number = A figure, please
