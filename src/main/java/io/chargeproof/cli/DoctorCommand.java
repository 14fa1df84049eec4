package io.chargeproof.cli;

import io.chargeproof.api.ApiModules;
import io.chargeproof.api.Diagnosis;
import io.chargeproof.api.Diagnosis.State;
import io.chargeproof.doctor.Doctor;
import io.chargeproof.profile.LoadedProfile;
import io.chargeproof.profile.Profile;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.DisplayText;
import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.StateStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says step by step whether a profile fits its target, and what to do where it doesn't. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Looks step by step whether a profile fits its target, and says what to do where it doesn't."
                + " Nothing is written to the target.",
        footer = {
            "",
            "Example:",
            "  chargeproof doctor --profile acceptance.yaml --allow-host evc-a.evc-net.com",
            "",
            "Exit codes: 0 a run can begin, 2 something in the profile is wrong, 3 the target can't be reached"
        })
final class DoctorCommand implements Callable<Integer> {
    private static final int UNREACHABLE = 3;

    @Option(names = "--profile", paramLabel = "FILE", required = true, description = "The profile of the target.")
    Path profile = Path.of("acceptance.yaml");

    @Mixin
    GuardOptions guard = new GuardOptions();

    @Mixin
    CustodyOption custody = new CustodyOption();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        LoadedProfile read = GuardOptions.read(profile, spec);
        Profile target = read.profile();
        Redactor redactor = Redactor.of(target.secrets());
        Set<State> states = EnumSet.noneOf(State.class);
        print(new Diagnosis("profile", State.FINE, "its keys are known, and its variables are set", ""), redactor);
        read.warnings().forEach(warning -> print(new Diagnosis("profile", State.NOTE, warning, ""), redactor));
        boolean readOnly = guard.permit(target).readOnly();
        supplies(target).forEach(each -> print(each, redactor));
        new Doctor(target, readOnly, symptom -> {
                    states.add(symptom.state());
                    print(symptom, redactor);
                })
                .execute();
        if (states.contains(State.WRONG)) {
            return Main.USAGE;
        }
        return states.contains(State.UNREACHABLE) ? UNREACHABLE : 0;
    }

    private List<Diagnosis> supplies(Profile target) {
        StateStore store = custody.outside(InstallDirectory.reports());
        Profile unspent = ApiModules.unspent(target, store, RunIdentity.of(target, "nobody", Instant.now()));
        return target.apis().stream()
                .flatMap(each ->
                        ApiModules.of(each.api())
                                .supplies(each, unspent.find(each.api()).orElse(each), target.depth())
                                .stream())
                .toList();
    }

    private void print(Diagnosis symptom, Redactor redactor) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(mark(symptom.state()) + "  " + shown(symptom.step() + ": " + symptom.saw(), redactor));
        if (!symptom.cure().isEmpty()) {
            out.println("        " + shown(symptom.cure(), redactor));
        }
        out.flush();
    }

    private static String shown(String text, Redactor redactor) {
        return DisplayText.visible(redactor.redact(text));
    }

    private static String mark(State state) {
        return switch (state) {
            case FINE -> "ok    ";
            case NOTE -> "note  ";
            case WRONG -> "WRONG ";
            case UNREACHABLE -> "CLOSED";
        };
    }
}
