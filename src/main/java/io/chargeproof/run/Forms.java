package io.chargeproof.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The texts that a simple regular expression stands for: one of letters, alternatives, groups, and what may be left out. What it
 * has beyond these, such as {@code \d+}, stays as it is written.
 */
final class Forms {
    private final String regex;
    private final int most;
    private int at;

    private Forms(String regex, int most) {
        this.regex = regex;
        this.most = most;
    }

    /** The texts in the order in which they are written, at most so many. */
    static List<String> of(String regex, int most) {
        return List.copyOf(new Forms(regex.replaceAll("^\\^|\\$$", ""), most).alternatives());
    }

    private Set<String> alternatives() {
        Set<String> texts = new LinkedHashSet<>();
        List<String> current = List.of("");
        while (at < regex.length() && regex.charAt(at) != ')') {
            if (regex.charAt(at) == '|') {
                texts.addAll(current);
                current = List.of("");
                at++;
            } else {
                current = joined(current, part());
            }
        }
        texts.addAll(current);
        return texts;
    }

    /** What stands next, with what may follow it: a group, or a letter. */
    private Set<String> part() {
        Set<String> texts = regex.charAt(at) == '(' ? group() : Set.of(piece());
        if (at < regex.length() && regex.charAt(at) == '?') {
            at++;
            Set<String> optional = new LinkedHashSet<>(texts);
            optional.add("");
            return optional;
        }
        return texts;
    }

    private Set<String> group() {
        int begin = at;
        at += regex.startsWith("(?:", at) ? 3 : 1;
        Set<String> texts = alternatives();
        at = Math.min(at + 1, regex.length());
        boolean repeats = at < regex.length() && "*+{".indexOf(regex.charAt(at)) >= 0;
        return repeats ? Set.of(regex.substring(begin, at) + regex.charAt(at++)) : texts;
    }

    /** A letter, or a class or escape with how often it may come. */
    private String piece() {
        int begin = at;
        boolean isClass = regex.charAt(at) == '[';
        boolean isEscape = regex.charAt(at) == '\\';
        int end = isClass ? regex.indexOf(']', at) + 1 : at + (isEscape ? 2 : 1);
        at = Math.min(Math.max(end, begin + 1), regex.length());
        if ((isClass || isEscape) && at < regex.length() && "*+".indexOf(regex.charAt(at)) >= 0) {
            at++;
        }
        return regex.substring(begin, at);
    }

    private List<String> joined(List<String> befores, Set<String> afters) {
        List<String> joined = new ArrayList<>();
        for (String before : befores) {
            for (String after : afters) {
                if (joined.size() < most) {
                    joined.add(before + after);
                }
            }
        }
        return joined;
    }
}
