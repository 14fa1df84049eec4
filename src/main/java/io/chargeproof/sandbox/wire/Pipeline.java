package io.chargeproof.sandbox.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The steps of an API, one of each kind; immutable. A step takes the next one from here, never from a field. */
public final class Pipeline implements Handler {
    private final Map<Class<?>, Object> steps;

    private Pipeline(Map<Class<?>, Object> steps) {
        this.steps = Map.copyOf(steps);
    }

    /** A pipeline of one outermost step; the others are added. */
    public static Pipeline of(RequestPipeline exchanging) {
        return new Pipeline(Map.of(RequestPipeline.class, exchanging));
    }

    /** These steps and one of another kind. */
    public <S> Pipeline with(Class<S> kind, S step) {
        Map<Class<?>, Object> more = new HashMap<>(steps);
        if (more.put(kind, step) != null) {
            throw new IllegalArgumentException("the pipeline has a " + kind.getSimpleName() + " step already");
        }
        return new Pipeline(more);
    }

    /** The step of a kind. */
    public <S> S step(Class<S> kind) {
        Object step = steps.get(kind);
        if (step == null) {
            throw new IllegalArgumentException("the pipeline has no " + kind.getSimpleName() + " step");
        }
        return kind.cast(step);
    }

    /** These steps, that of a kind wrapped in or replaced by what the change makes of it. */
    public <S> Pipeline changed(Class<S> kind, UnaryOperator<S> change) {
        Map<Class<?>, Object> other = new HashMap<>(steps);
        other.put(kind, change.apply(step(kind)));
        return new Pipeline(other);
    }

    @Override
    public Answer answer(Request request) {
        return step(RequestPipeline.class).answer(this, request);
    }
}
