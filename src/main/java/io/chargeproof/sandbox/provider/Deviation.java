package io.chargeproof.sandbox.provider;

import io.chargeproof.requirement.RequirementId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A named way in which one API of the sandbox can be told to behave otherwise: a defect breaks a requirement, a variant
 * differs and still conforms. Name, requirement, sentence and behaviour stand together.
 *
 * @param id the name, such as {@code evc-create-answers-201}
 * @param requirement the requirement that a defect breaks, or whose text leaves a variant free
 * @param sentence what the sandbox then does, and what the document says
 * @param shownBy the requirement whose scenarios bring a defect about, where those of its own don't
 * @param feltByClients whether an ordinary client may break on a variant
 * @param leavesOpen whether requirements can't be decided at a variant, so that nothing is proven by it
 * @param behaviour what the sandbox then does
 * @param <R> what the API has on record
 */
public record Deviation<R>(
        String id,
        RequirementId requirement,
        String sentence,
        @Nullable RequirementId shownBy,
        boolean feltByClients,
        boolean leavesOpen,
        Variation<R> behaviour) {

    /** Begins the entry of a defect; its name is unique in the whole sandbox. */
    public static Description defect(String id) {
        return new Description(id);
    }

    /** Begins the entry of a variant; its name is unique in the whole sandbox. */
    public static Description variant(String id) {
        return new Description(id);
    }

    /** An entry that is being written. */
    public static final class Description {
        private final String id;
        private @Nullable RequirementId requirement;
        private @Nullable RequirementId shownBy;
        private String sentence = "";
        private boolean feltByClients;
        private boolean leavesOpen;

        private Description(String id) {
            this.id = id;
        }

        /** The requirement that a defect breaks. */
        public Description breaks(String requirementId) {
            this.requirement = new RequirementId(requirementId);
            return this;
        }

        /** The requirement whose text leaves a variant free. */
        public Description of(String requirementId) {
            return breaks(requirementId);
        }

        /** What the sandbox then does, and what the document says. */
        public Description says(String words) {
            this.sentence = words;
            return this;
        }

        /** The requirement whose scenarios bring a defect about, where those of its own don't. */
        public Description shownBy(String requirementId) {
            this.shownBy = new RequirementId(requirementId);
            return this;
        }

        /** Says that an ordinary client may break on a variant, so that clients are tried on it. */
        public Description feltByClients() {
            this.feltByClients = true;
            return this;
        }

        /** Says that requirements can't be decided at a variant, as where it doesn't offer what they are about. */
        public Description leavesOpen() {
            this.leavesOpen = true;
            return this;
        }

        /** What the sandbox then does. */
        public <R> Deviation<R> by(Variation<R> behaviour) {
            return new Deviation<>(
                    id,
                    Objects.requireNonNull(requirement, id),
                    sentence,
                    shownBy,
                    feltByClients,
                    leavesOpen,
                    behaviour);
        }
    }
}
