package io.chargeproof.report.allure;

import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Allure result in which nothing that a target, a pact or another's report says can be taken for markup: the last
 * thing that happens to it before it is written. Its description is HTML of our own, which was escaped when it was made.
 */
final class InertResult {
    private InertResult() {}

    static void make(TestResult result) {
        result.setName(InertText.of(result.getName()));
        result.setFullName(InertText.of(result.getFullName()));
        details(result.getStatusDetails());
        result.getLabels().forEach(InertResult::label);
        parameters(result.getParameters());
        result.getAttachments().forEach(InertResult::attachment);
        result.getSteps().forEach(InertResult::step);
    }

    private static void step(StepResult step) {
        step.setName(InertText.of(step.getName()));
        details(step.getStatusDetails());
        parameters(step.getParameters());
        step.getAttachments().forEach(InertResult::attachment);
        step.getSteps().forEach(InertResult::step);
    }

    private static void details(@Nullable StatusDetails details) {
        if (details != null) {
            details.setMessage(lines(details.getMessage())).setTrace(lines(details.getTrace()));
        }
    }

    private static @Nullable String lines(@Nullable String text) {
        return text == null ? null : InertText.ofLines(text);
    }

    private static void label(Label label) {
        label.setName(InertText.of(label.getName())).setValue(InertText.of(label.getValue()));
    }

    private static void parameters(List<Parameter> parameters) {
        parameters.forEach(each -> each.setName(InertText.of(each.getName())).setValue(InertText.of(each.getValue())));
    }

    private static void attachment(Attachment attachment) {
        attachment.setName(InertText.of(attachment.getName()));
    }
}
