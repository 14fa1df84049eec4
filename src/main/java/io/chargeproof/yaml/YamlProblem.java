package io.chargeproof.yaml;

/** The parser's complaints in our words: what to do, and nothing of the text that it stumbled over. */
final class YamlProblem {
    private YamlProblem() {}

    static String inWords(String problem) {
        if (problem.contains("TAB")) {
            return "the line is indented by a tab; YAML wants blanks";
        }
        if (problem.contains("cannot start any token")) {
            return "a value starts with a character that means something to YAML; put the value in quotes";
        }
        if (problem.contains("alias") || problem.contains("anchor") || problem.contains("tag")) {
            return "a value starts with *, & or !, which mean something to YAML; put the value in quotes";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "a key isn't expected here; check the indentation, and put values that contain ': ' in quotes";
        }
        if (problem.contains("another document")) {
            return "a second document starts here; write just one, without '---'";
        }
        return "the file isn't valid YAML here; check indentation, brackets and quotes on this line and the one before";
    }
}
