package io.chargeproof.contract.matching;

import java.util.ArrayList;
import java.util.List;

/** A key of matching rules: the path expression of the values that they are for. */
record RulePath(List<Token> tokens) {
    private static final int EXACT = 2;
    private static final int WILD = 1;

    RulePath {
        tokens = List.copyOf(tokens);
    }

    /** A part of a path expression. */
    sealed interface Token {
        /** How well it fits a step: 2 exactly, 1 as a wildcard, 0 not at all. */
        int weight(String step);
    }

    private record Root() implements Token {
        @Override
        public int weight(String step) {
            return step.equals("$") ? EXACT : 0;
        }
    }

    private record Name(String name) implements Token {
        @Override
        public int weight(String step) {
            return step.equals(name) ? EXACT : 0;
        }
    }

    private record Index(String index) implements Token {
        @Override
        public int weight(String step) {
            return step.equals(index) ? EXACT : 0;
        }
    }

    private record AnyName() implements Token {
        @Override
        public int weight(String step) {
            return WILD;
        }
    }

    private record AnyIndex() implements Token {
        @Override
        public int weight(String step) {
            return isIndex(step) ? WILD : 0;
        }
    }

    private static boolean isIndex(String step) {
        return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The path that is written so. */
    static RulePath of(String expression) {
        return new RulePath(new Reader(expression).read());
    }

    /** The path of one name below the root, whatever characters it has. */
    static RulePath ofName(String name) {
        return new RulePath(List.of(new Root(), new Name(name)));
    }

    /** The path of everything directly below a place. */
    static RulePath below(List<String> steps) {
        List<Token> tokens = new ArrayList<>();
        steps.forEach(step -> tokens.add(step.equals("$") && tokens.isEmpty() ? new Root() : new Name(step)));
        tokens.add(new AnyName());
        return new RulePath(tokens);
    }

    /** The names in it, in their order. */
    List<String> names() {
        return tokens.stream()
                .filter(Name.class::isInstance)
                .map(token -> ((Name) token).name())
                .toList();
    }

    /** How many steps it names. */
    int length() {
        return tokens.size();
    }

    /** How well it fits these steps or the first of them: 0 not at all, and the more the better. */
    int weight(List<String> steps) {
        if (steps.size() < tokens.size()) {
            return 0;
        }
        int weight = 1;
        for (int i = 0; i < tokens.size(); i++) {
            weight *= tokens.get(i).weight(steps.get(i));
        }
        return weight;
    }

    /** Reads a path expression: names after dots or in brackets and quotes, numbers and stars in brackets. */
    private static final class Reader {
        private final String text;
        private final List<Token> tokens = new ArrayList<>();
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Token> read() {
            if (text.isEmpty()) {
                return tokens;
            }
            tokens.add(new Root());
            if (text.charAt(0) == '$') {
                at = 1;
            } else if (Character.isLetterOrDigit(text.codePointAt(0))) {
                name();
            } else {
                throw unreadable("it doesn't begin with '$'");
            }
            while (at < text.length()) {
                step();
            }
            return tokens;
        }

        private void step() {
            switch (text.charAt(at++)) {
                case '.' -> afterDot();
                case '[' -> inBrackets();
                default -> throw unreadable("'.' or '[' is missing at character " + at);
            }
        }

        private void afterDot() {
            if (at < text.length() && text.charAt(at) == '*') {
                at++;
                tokens.add(new AnyName());
            } else {
                name();
            }
        }

        private void name() {
            int start = at;
            while (at < text.length() && isOfName(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            if (at == start) {
                throw unreadable("a name or '*' is missing at character " + (at + 1));
            }
            tokens.add(new Name(text.substring(start, at)));
        }

        private static boolean isOfName(int c) {
            return Character.isLetterOrDigit(c) || "_-:#@".indexOf(c) >= 0;
        }

        private void inBrackets() {
            int end = at < text.length() && text.charAt(at) == '\'' ? quoted() : text.indexOf(']', at);
            if (end < 0 || end >= text.length() || text.charAt(end) != ']') {
                throw unreadable("']' is missing");
            }
            if (text.charAt(at) != '\'') {
                tokens.add(index(text.substring(at, end)));
            }
            at = end + 1;
        }

        private int quoted() {
            int end = text.indexOf('\'', at + 1);
            if (end <= at + 1) {
                throw unreadable("a name in quotes is missing at character " + (at + 1));
            }
            tokens.add(new Name(text.substring(at + 1, end)));
            return end + 1;
        }

        private Token index(String written) {
            if (written.equals("*")) {
                return new AnyIndex();
            }
            if (!isIndex(written)) {
                throw unreadable("brackets take a number, '*' or a name in quotes");
            }
            return new Index(written);
        }

        private UnreadablePact unreadable(String why) {
            return new UnreadablePact("the key '" + text + "' of its matching rules can't be read: " + why);
        }
    }
}
