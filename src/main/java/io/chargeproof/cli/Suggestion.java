package io.chargeproof.cli;

import io.chargeproof.yaml.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A word on the command line that nothing is called, and what may have been meant. */
final class Suggestion {
    private Suggestion() {}

    /** The sentence about it, if that is what's wrong. */
    static Optional<String> of(ParameterException error) {
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

    private static String sentence(String kind, String word, Set<String> known) {
        return "there is no " + kind + " '" + word + "'"
                + NearestName.to(word, known)
                        .map(meant -> "; did you mean '" + meant + "'?")
                        .orElse("");
    }
}
