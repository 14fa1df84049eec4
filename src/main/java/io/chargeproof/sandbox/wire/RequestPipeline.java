package io.chargeproof.sandbox.wire;

/** The outermost step of an API: from a request to the bytes of its answer. */
@FunctionalInterface
public interface RequestPipeline {
    /**
     * Answers a request.
     *
     * @param pipeline all steps of the API as they are in the end, for the next one to be taken from
     */
    Answer answer(Pipeline pipeline, Request request);
}
