# Files that other programs open.

exports-number = No.
exports-empty-sheet = Agreement
exports-empty = No row has been agreed yet.
exports-review = Review of the agreement: { $title }
