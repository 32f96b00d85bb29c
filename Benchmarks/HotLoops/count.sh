#!/bin/sh
# Instructions of each hot loop, by callgrind: for COUNT and twice COUNT, so that what is done once
# falls out of the difference. Usage: count.sh HOTLOOPS
set -eu
count() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$1" "$2" "$3" 2>&1 >/dev/null |
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}
for loop in "walk 2000" "staffing 20000" "floors 50000" "cuts 50000" "simplex 4"; do
  name=${loop% *}
  times=${loop#* }
  once=$(count "$1" "$name" "$times")
  twice=$(count "$1" "$name" "$((2 * times))")
  echo "$name $(((twice - once) / times)) instructions each"
done
