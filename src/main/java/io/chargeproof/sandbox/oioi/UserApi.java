package io.chargeproof.sandbox.oioi;

import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.JsonWriting;
import io.chargeproof.sandbox.wire.Pipeline;
import io.chargeproof.sandbox.wire.RequestPipeline;
import io.chargeproof.sandbox.wire.StrictJson;
import io.chargeproof.sandbox.wire.Writing;

/** OIOI's user-get-details, user-post-details and user-verify as documented. */
public final class UserApi {
    private UserApi() {}

    /** The steps of a provider without fault, on these records. */
    public static Pipeline correct(UserRecords records, String apiKey) {
        RequestPipeline exchanging = (pipeline, request) -> {
            CallResult outcome = pipeline.step(UserFlow.class).proceed(pipeline, request);
            return pipeline.step(Writing.class)
                    .write(pipeline.step(UserRendering.class).render(request, outcome));
        };
        return Pipeline.of(exchanging)
                .with(UserFlow.class, new KeyFirstFlow())
                .with(KeyCheck.class, new OneKey(apiKey))
                .with(Decoding.class, new StrictJson())
                .with(CallReading.class, new DocumentedCalls())
                .with(Identification.class, new TokenIdentification(records))
                .with(LoggingIn.class, new PasswordCheck(records))
                .with(DetailsRules.class, new ShapeBeforeValues())
                .with(Posting.class, new MemberwisePosting())
                .with(UserView.class, new TenMembers())
                .with(UserRendering.class, new ResultRendering())
                .with(Writing.class, new JsonWriting());
    }
}
