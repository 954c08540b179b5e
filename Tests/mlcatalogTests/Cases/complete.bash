# Prints what bash proposes at the end of each line of the file $2, by the script $1; a line of
# dashes ends the proposals for each.
source "$1"
# As bash splits the words of a line where it stops at the equals sign.
propose() {
  local line=${1//=/ = }
  read -ra COMP_WORDS <<< "$line"
  if [[ $line == *' ' && $1 != *= ]]; then COMP_WORDS+=(''); fi
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMPREPLY=()
  "_${COMP_WORDS[0]}"
  if ((${#COMPREPLY[@]})); then printf '%s\n' "${COMPREPLY[@]}"; fi
  echo ---
}
while IFS= read -r line; do propose "$line"; done < "$2"
