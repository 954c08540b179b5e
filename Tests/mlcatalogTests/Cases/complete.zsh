# Prints what zsh proposes at the end of each line of the file $2, by the script $1; a line of dashes
# ends the proposals for each. $3 is an empty folder to work in.
#
# Only a shell with a terminal completes: one is started in a pseudo-terminal, and takes this from the
# folder of its settings.
export COMPLETION_SCRIPT=$1 COMPLETION_LINES=$2 COMPLETION_PROPOSALS=$3/proposals ZDOTDIR=$3
cat > $ZDOTDIR/.zshrc <<'SETTINGS'
setopt no_beep
LISTMAX=0
autoload -Uz compinit
compinit -u -D
source $COMPLETION_SCRIPT

# Writes down what is proposed on its way to the line.
compadd() {
  local argument
  for argument; do
    case $argument in
      -|--) break ;;
      -[OAD]*) builtin compadd "$@"; return ;;
    esac
  done
  local -a proposals
  builtin compadd -A proposals "$@"
  if (($#proposals)) print -rl -- $proposals >> $COMPLETION_PROPOSALS
  builtin compadd "$@"
}
zle -C propose list-choices _main_complete

zle-line-init() {
  local line
  while IFS= read -r line; do
    BUFFER=$line CURSOR=$#line
    zle propose
    print -r -- --- >> $COMPLETION_PROPOSALS
  done < $COMPLETION_LINES
  exit
}
zle -N zle-line-init
SETTINGS
zmodload zsh/zpty
zpty terminal zsh -i
# Whatever it draws is read, or it would wait.
while zpty -r terminal drawn; do :; done
cat $COMPLETION_PROPOSALS
