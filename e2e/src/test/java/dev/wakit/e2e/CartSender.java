package dev.wakit.e2e;

import dev.wakit.testkit.meta.MetaSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Posts the webhook of each cart several times, shuffled, and again until it is answered with 200, as Meta does. */
final class CartSender implements AutoCloseable {

    private static final int THREADS = 2;
    /** So that the carts are not all there before the first process is killed. */
    private static final Duration SPACING = Duration.ofMillis(4);

    private final MetaSimulator simulator;
    private final URI address;
    private final String catalog;
    private final int all;
    private final ConcurrentLinkedQueue<Integer> waiting;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    CartSender(MetaSimulator simulator, int port, String catalog, int carts, int copies, Random random) {
        this.simulator = simulator;
        this.address = URI.create("http://127.0.0.1:" + port + "/webhooks/meta");
        this.catalog = catalog;
        this.all = carts * copies;
        var deliveries = new ArrayList<Integer>();
        for (int copy = 0; copy < copies; copy++) {
            for (int cart = 0; cart < carts; cart++) {
                deliveries.add(cart);
            }
        }
        Collections.shuffle(deliveries, random);
        this.waiting = new ConcurrentLinkedQueue<>(deliveries);
        for (int i = 0; i < THREADS; i++) {
            threads.execute(this::send);
        }
    }

    /** Who sends a cart. */
    static String contact(int cart) {
        return "+1415555" + (1_000 + cart);
    }

    /** How many pieces are in a cart. */
    static int pieces(int cart) {
        return 1 + cart % 4;
    }

    boolean isDone() {
        return answered.get() == all;
    }

    int answered() {
        return answered.get();
    }

    /** How often a webhook was not answered, and came again. */
    int lost() {
        return lost.get();
    }

    private void send() {
        HttpClient client = HttpClient.newHttpClient();
        while (!Thread.currentThread().isInterrupted() && !isDone()) {
            Integer cart = waiting.poll();
            if (cart != null && post(client, body(cart))) {
                answered.incrementAndGet();
            } else if (cart != null) {
                lost.incrementAndGet();
                waiting.add(cart);
            }
            LockSupport.parkNanos(SPACING.toNanos());
        }
    }

    private boolean post(HttpClient client, byte[] body) {
        var request = HttpRequest.newBuilder(address)
                .header("X-Hub-Signature-256", Signed.signature(simulator, body))
                .timeout(Duration.ofSeconds(5))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException killed) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] body(int cart) {
        String from = contact(cart).substring(1);
        return Signed.body(simulator.wabaId(), Instant.EPOCH, "messages", """
                "messaging_product":"whatsapp",
                "metadata":{"display_phone_number":"15550001111","phone_number_id":"%s"},
                "contacts":[{"profile":{"name":"Asha"},"wa_id":"%s"}],
                "messages":[{"from":"%s","id":"wamid.cart-%d","timestamp":"1795000000","type":"order",
                    "order":{"catalog_id":"%s","text":"","product_items":[
                        {"product_retailer_id":"mug","quantity":%d,"item_price":12.5,"currency":"USD"}]}}]
                """.formatted(
                        simulator.phoneNumberId(), from, from, cart, catalog, pieces(cart)));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
