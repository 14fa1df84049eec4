package io.chargeproof.toy;

import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.ApiSandbox;
import io.chargeproof.sandbox.provider.SandboxModule;
import io.chargeproof.sandbox.provider.Service;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.JsonWriting;
import io.chargeproof.sandbox.wire.Pipeline;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.RequestPipeline;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.node.JsonNodeFactory;

/** Gates of the sandbox. */
public final class GateSandbox implements SandboxModule {
    /** What opens them. */
    static final String KEY = "sesame-sesame-4711";

    @Override
    public ApiSandbox<AtomicBoolean> sandbox() {
        return new ApiSandbox<>(
                "gate",
                "the gates",
                "",
                request -> request.rawPath().startsWith("/gates/"),
                GateSandbox::correct,
                List.of(defect("gate-reads-201")
                        .breaks("GATE-READ-1")
                        .says("A look at a gate gets 201.")
                        .by(service -> service.with(
                                RequestPipeline.class,
                                step -> (pipeline, request) ->
                                        step.answer(pipeline, request).withStatus(201)))),
                List.of(),
                base -> "gate: {base-url: \"%s\", key: \"%s\", gate: north}\n".formatted(base, KEY),
                gates -> Map.of());
    }

    private static Service<AtomicBoolean> correct() {
        AtomicBoolean open = new AtomicBoolean();
        return new Service<>(Pipeline.of((pipeline, request) -> answer(open, request)), open);
    }

    private static Answer answer(AtomicBoolean open, Request request) {
        if (request.method().equals("PUT")) {
            open.set(!open.get());
        }
        return new JsonWriting()
                .write(Draft.of(200, JsonNodeFactory.instance.objectNode().put("open", open.get())));
    }
}
