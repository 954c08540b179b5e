# Prints what fish proposes at the end of each line of the file $argv[2], by the script $argv[1]; a
# line of dashes ends the proposals for each.
source $argv[1]
while read -l line
    complete -C "$line" | string split -f 1 \t
    echo ---
end <$argv[2]
