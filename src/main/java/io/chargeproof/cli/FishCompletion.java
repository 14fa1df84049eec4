package io.chargeproof.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Writes, line by line, what the fish shell completes. */
final class FishCompletion {
    private final String program;
    private final StringBuilder script = new StringBuilder();

    private FishCompletion(String program) {
        this.program = program;
    }

    /** The script for a program with its commands. */
    static String of(CommandLine program) {
        FishCompletion completion = new FishCompletion(program.getCommandName());
        completion.commands(program, List.of());
        return completion.script.toString();
    }

    private void commands(CommandLine command, List<String> path) {
        String place = condition(command, path);
        command.getSubcommands().forEach((name, each) -> line(place, "-f -a " + name, summary(each)));
        command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> line(place, names(option), summary(option)));
        command.getSubcommands().forEach((name, each) -> {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(name);
            commands(each, deeper);
        });
    }

    /** Where the words of a command were typed, and none of a command within it. */
    private static String condition(CommandLine command, List<String> path) {
        String within = String.join(" ", command.getSubcommands().keySet());
        Stream<String> typed = path.stream().map(word -> "__fish_seen_subcommand_from " + word);
        Stream<String> none =
                within.isEmpty() ? Stream.empty() : Stream.of("not __fish_seen_subcommand_from " + within);
        return String.join("; and ", Stream.concat(typed, none).toList());
    }

    private static String names(OptionSpec option) {
        List<String> names = new ArrayList<>();
        for (String name : option.names()) {
            names.add(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
        }
        return String.join(" ", names) + (option.arity().max() > 0 ? " -r" : "");
    }

    private static String summary(CommandLine command) {
        return String.join(" ", command.getCommandSpec().usageMessage().description());
    }

    private static String summary(OptionSpec option) {
        return String.join(" ", option.description());
    }

    private void line(String place, String what, String summary) {
        script.append("complete -c ")
                .append(program)
                .append(" -n '")
                .append(place)
                .append("' ")
                .append(what)
                .append(" -d '")
                .append(summary.replace("\\", "\\\\").replace("'", "\\'"))
                .append("'\n");
    }
}
