# Liczby, które każda osoba podaje osobno, i co z nich wyszło.

marks-head = Czego spodziewa się każda osoba
marks-none = Nikt nie podał tu liczby.
marks-nobody = brak liczby
marks-percent = { $n }%
marks-range = od { $low } do { $high }
marks-range-mean = od { $low } do { $high }, średnio { $mean }
marks-was = było { $rate }
marks-wrong-share = Liczba od 0 do 100
marks-wrong-number = Potrzebna liczba
