# Pliki, które otwierają inne programy.

exports-number = Nr
exports-empty-sheet = Umowa
exports-empty = Żaden wiersz nie został jeszcze uzgodniony.
exports-review = Przegląd umowy: { $title }
