package io.chargeproof.cli;

import io.chargeproof.yaml.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A word on the command line that can't be meant, and what may have been. */
final class Suggestion {
    private static final Set<Class<?>> NUMBERS = Set.of(int.class, long.class, Integer.class, Long.class);

    private Suggestion() {}

    /** The sentence about it, if that is what's wrong. */
    static Optional<String> of(ParameterException error) {
        if (error instanceof MissingParameterException missing) {
            return missing(missing);
        }
        if (error.getArgSpec() instanceof OptionSpec option && error.getValue() != null) {
            return wrongNumber(option, error.getValue());
        }
        if (!(error instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return Optional.empty();
        }
        String word = unmatched.getUnmatched().get(0).replaceFirst("(?<=^--[^=]{1,40})=.*", "");
        CommandLine command = error.getCommandLine();
        if (unmatched.isUnknownOption()) {
            return Optional.of(sentence(
                    "option", word, command.getCommandSpec().optionsMap().keySet()));
        }
        Set<String> commands = new TreeSet<>(command.getSubcommands().keySet());
        String kind = commands.isEmpty() ? "argument" : "command";
        commands.addAll(List.of("--help", "--version"));
        return Optional.of(sentence(kind, word, commands));
    }

    /** A required option by its name, with what it takes. */
    private static Optional<String> missing(MissingParameterException error) {
        return error.getMissing().stream()
                .filter(OptionSpec.class::isInstance)
                .map(OptionSpec.class::cast)
                .filter(OptionSpec::required)
                .findFirst()
                .map(option -> option.longestName() + " is missing; add " + option.longestName() + " "
                        + option.paramLabel() + ": " + String.join(" ", option.description()));
    }

    private static Optional<String> wrongNumber(OptionSpec option, String value) {
        return NUMBERS.contains(option.type())
                ? Optional.of(option.longestName() + " takes a whole number, not '" + value + "'")
                : Optional.empty();
    }

    private static String sentence(String kind, String word, Set<String> known) {
        return "there is no " + kind + " '" + word + "'"
                + NearestName.to(word, known)
                        .map(meant -> "; did you mean '" + meant + "'?")
                        .orElse("");
    }
}
