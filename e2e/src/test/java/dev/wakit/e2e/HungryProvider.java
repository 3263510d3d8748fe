package dev.wakit.e2e;

import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.WhatsAppProvider;
import java.util.ArrayList;
import java.util.concurrent.CompletionStage;

/** Uses up the memory of its process when it builds the request to the person in {@value #PERSON}, as a broken message might. */
final class HungryProvider extends ForwardingProvider {

    /** The system property that names the person, as +919800000000; nobody when it is missing. */
    static final String PERSON = "wakit.worker.hungry";

    private static final int LONGS = 1 << 20;

    HungryProvider(WhatsAppProvider to) {
        super(to);
    }

    @Override
    public CompletionStage<SendOutcome> send(SendRequest request) {
        if (request.recipient().phone().orElseThrow().e164().equals(System.getProperty(PERSON))) {
            var memory = new ArrayList<long[]>();
            while (!memory.contains(null)) {
                memory.add(new long[LONGS]);
            }
        }
        return super.send(request);
    }
}
