package dev.wakit.testkit.meta.internal.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.account.AccountCall;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The edges of catalogs: of the portfolio, of the account, and of a catalog itself. Thread-safe. */
public final class CatalogDesk {

    private static final String CONNECTED = "product_catalogs";
    private static final String BATCH = "items_batch";

    private final CatalogStore store;
    private final CatalogRules rules;
    private final CallBudget budget;
    private final BatchEdge batches;
    private final String wabaId;
    private final String portfolioId;

    public CatalogDesk(
            CatalogStore store, CatalogRules rules, InstantSource clock, Dice dice, String wabaId, String portfolioId) {
        this.store = store;
        this.rules = rules;
        this.budget = new CallBudget(clock, rules);
        this.batches = new BatchEdge(store, rules, dice);
        this.wabaId = wabaId;
        this.portfolioId = portfolioId;
    }

    /** How many calls of an edge came. */
    public long calls(String edge) {
        return budget.count(edge);
    }

    /**
     * Answers a request if it is about catalogs.
     *
     * @param bytes how long its body is
     * @param address where it was sent, for links to further pages
     */
    public Optional<Reply> answer(AccountCall call, long bytes, String address) {
        String edge = call.segment(1);
        boolean ofPortfolio = call.id().equals(portfolioId) && edge.endsWith("_product_catalogs");
        boolean ofAccount = call.id().equals(wabaId) && edge.equals(CONNECTED);
        if (!ofPortfolio && !ofAccount && !store.has(call.id())) {
            return Optional.empty();
        }
        boolean batch = edge.equals(BATCH);
        boolean admitted = budget.admits(call.id(), edge, batch);
        rules.switches().nextFailure().ifPresent(error -> {
            throw new Refusal(error);
        });
        if (!admitted) {
            throw batch ? CatalogErrors.tooManyBatches() : CatalogErrors.tooManyCalls();
        }
        if (ofPortfolio) {
            return Optional.of(portfolio(call));
        }
        return Optional.of(ofAccount ? account(call) : catalog(call, bytes, address));
    }

    private Reply portfolio(AccountCall call) {
        return switch (call.method() + " " + call.segment(1)) {
            case "GET owned_product_catalogs" -> list(store.list(true));
            case "GET client_product_catalogs" -> list(store.list(false));
            case "POST owned_product_catalogs" -> {
                if (call.text("name").isBlank()) {
                    throw CatalogErrors.required("name");
                }
                yield Reply.json(Json.object().put("id", store.create(call.text("name"), true)));
            }
            default -> throw unknown(call);
        };
    }

    private Reply account(AccountCall call) {
        return switch (call.method()) {
            case "GET" -> list(store.connected());
            case "POST" -> {
                String id = call.text("catalog_id");
                if (!store.has(id)) {
                    throw CatalogErrors.invalid("Param catalog_id must be a catalog that the token may see");
                }
                if (!store.connect(id)) {
                    throw CatalogErrors.invalid("The WhatsApp business account has a catalog already");
                }
                yield success();
            }
            case "DELETE" -> {
                if (!store.disconnect(call.query().getOrDefault("catalog_id", ""))) {
                    throw CatalogErrors.invalid("Param catalog_id must be the catalog that is connected");
                }
                yield success();
            }
            default -> throw unknown(call);
        };
    }

    private Reply catalog(AccountCall call, long bytes, String address) {
        return switch (call.method() + " " + call.segment(1)) {
            case "GET " -> Reply.json(store.json(call.id()));
            case "GET products" -> Reply.json(ProductPage.of(store.items(call.id()), call.query(), address));
            case "GET product_sets" -> list(store.sets(call.id()));
            case "GET check_batch_request_status" -> status(call);
            case "POST items_batch" -> batches.take(call.id(), call, bytes);
            default -> throw unknown(call);
        };
    }

    private Reply status(AccountCall call) {
        String handle = call.query().getOrDefault("handle", "");
        if (handle.isEmpty()) {
            throw CatalogErrors.required("handle");
        }
        boolean withIds = Boolean.parseBoolean(call.query().get("load_ids_of_invalid_requests"));
        return list(store.status(call.id(), handle, withIds).stream().toList());
    }

    private static Reply list(List<ObjectNode> nodes) {
        ObjectNode list = Json.object();
        ArrayNode data = list.putArray("data");
        nodes.forEach(data::add);
        return Reply.json(list);
    }

    private static Reply success() {
        return Reply.json(Json.object().put("success", true));
    }

    private static Refusal unknown(AccountCall call) {
        return CatalogErrors.unknown(call.method().toLowerCase(Locale.ROOT), call.id());
    }
}
