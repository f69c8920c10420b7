/// What a shell runs to complete a command line of voc: it asks `voc __complete` and takes each line as data.
enum CompletionScript: String, CaseIterable {
  case bash, zsh, fish

  var text: String {
    switch self {
    case .bash: CompletionScript.bashText
    case .zsh: CompletionScript.zshText
    case .fish: CompletionScript.fishText
    }
  }

  // voc quotes the candidates itself: readline puts them into the line as they are
  // (https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html).
  private static let bashText = #"""
    # voc: completion for bash. In ~/.bashrc:  source <(voc completion bash)
    _voc() {
      local IFS=$' \t\n' line=${COMP_LINE-} reply file
      if [[ -n $line ]]; then
        line=${line:0:COMP_POINT}
      else
        line="${COMP_WORDS[*]:0:COMP_CWORD+1}"
      fi
      COMPREPLY=()
      while IFS= read -r reply; do
        if [[ $reply != $'\t'* ]]; then
          COMPREPLY+=("${reply%%$'\t'*}")
        else
          compopt -o filenames 2>/dev/null
          while IFS= read -r file; do
            COMPREPLY+=("$file")
          done < <(compgen -f -- "${reply#$'\t'}")
        fi
      done < <(command voc __complete --shell bash --breaks "${COMP_WORDBREAKS-}" --line "$line" 2>/dev/null)
      compopt -o nosort 2>/dev/null
      if [[ ${COMPREPLY[0]-} == *[:=,] ]]; then compopt -o nospace 2>/dev/null; fi
      return 0
    }
    complete -F _voc voc

    """#

  // The first line makes it a file of $fpath, whose first call must complete as well.
  private static let zshText = #"""
    #compdef voc
    # voc: completion for zsh. In ~/.zshrc:  source <(voc completion zsh)
    # or as a file called _voc in a folder of $fpath.
    _voc() {
      local reply word about files=0
      local -a words_closed shown_closed words_open shown_open
      for reply in "${(@f)$(command voc __complete --shell zsh --position $((CURRENT - 1)) -- "${words[@]}" 2>/dev/null)}"; do
        if [[ $reply == $'\t'* ]]; then
          files=1
        elif [[ -n $reply ]]; then
          word=${reply%%$'\t'*}
          about=${reply#$word}
          about=${about#$'\t'}
          if [[ $word == *[:=,] ]]; then
            words_open+=("$word")
            shown_open+=("$word${about:+  -- $about}")
          else
            words_closed+=("$word")
            shown_closed+=("$word${about:+  -- $about}")
          fi
        fi
      done
      local result=1
      (( $#words_open )) && compadd -V voc -U -l -S '' -d shown_open -a words_open && result=0
      (( $#words_closed )) && compadd -V voc -U -l -d shown_closed -a words_closed && result=0
      if (( files )); then
        compset -P '--*='
        _files && result=0
      fi
      return result
    }
    if [[ ${funcstack[1]-} == _voc ]]; then
      _voc "$@"
    else
      (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
      compdef _voc voc
    fi

    """#

  private static let fishText = #"""
    # voc: completion for fish. As ~/.config/fish/completions/voc.fish, or:  voc completion fish | source
    function __voc_complete
        set -l before (commandline -opc)
        set -l current (commandline -ct)
        for reply in (command voc __complete --shell fish --position (count $before) -- $before "$current" 2>/dev/null)
            if string match -q -- \t'*' $reply
                __fish_complete_path (string sub -s 2 -- $reply)
            else
                printf '%s\n' $reply
            end
        end
    end
    complete -c voc -f -k -a '(__voc_complete)'

    """#
}
