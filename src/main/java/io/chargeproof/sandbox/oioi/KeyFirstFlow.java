package io.chargeproof.sandbox.oioi;

import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.Pipeline;
import io.chargeproof.sandbox.wire.Request;
import java.util.Optional;

/** Method, API key, size, JSON, call, user or password, details: in this order. */
final class KeyFirstFlow implements UserFlow {
    @Override
    public CallResult proceed(Pipeline pipeline, Request request) {
        if (!request.method().equals("POST")) {
            return new CallResult.Failed(ResultCode.INVALID_REQUEST, 405);
        }
        Optional<ResultCode> refusal = pipeline.step(KeyCheck.class).refusal(request);
        if (refusal.isPresent()) {
            return CallResult.failed(refusal.get());
        }
        if (request.oversized()) {
            return new CallResult.Failed(ResultCode.INVALID_REQUEST, 413);
        }
        return call(pipeline, request)
                .map(call -> carriedOut(pipeline, call))
                .orElseGet(() -> CallResult.failed(ResultCode.INVALID_REQUEST));
    }

    private static Optional<Call> call(Pipeline pipeline, Request request) {
        return pipeline.step(Decoding.class).decode(request.body()) instanceof Decoded.Document document
                ? pipeline.step(CallReading.class).read(document.root())
                : Optional.empty();
    }

    private static CallResult carriedOut(Pipeline pipeline, Call call) {
        return call instanceof Call.LogIn logIn
                ? pipeline.step(LoggingIn.class).logIn(logIn)
                : identified(pipeline, call);
    }

    private static CallResult identified(Pipeline pipeline, Call call) {
        Identified identified = pipeline.step(Identification.class).identify(call.user());
        if (identified instanceof Identified.Not not) {
            return CallResult.failed(not.code());
        }
        User user = (User) identified;
        return call instanceof Call.PostDetails post
                ? posted(pipeline, user, post)
                : new CallResult.Shown(pipeline.step(UserView.class).show(user, call.user()));
    }

    private static CallResult posted(Pipeline pipeline, User user, Call.PostDetails post) {
        return pipeline.step(DetailsRules.class)
                .objection(post.details())
                .orElseGet(() -> pipeline.step(Posting.class).post(user, post.details()));
    }
}
