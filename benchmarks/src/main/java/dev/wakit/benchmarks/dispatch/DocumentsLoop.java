package dev.wakit.benchmarks.dispatch;

import dev.wakit.benchmarks.measure.Settings;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The loop of the design documents without its pauses: for each recipient one request, one update of the row, one update of the
 * campaign's counter. With one request in flight it is theirs; with more, as many threads share the list.
 */
final class DocumentsLoop implements Dispatcher {

    private final PeerHttp http;
    private final RecipientTable table;
    private final ExecutorService threads;
    private final int inFlight;
    private List<RecipientTable.Row> rows = List.of();

    DocumentsLoop(Settings settings) throws SQLException {
        this.inFlight = settings.number("inFlight");
        this.http = new PeerHttp(settings, inFlight);
        this.table = RecipientTable.create(settings, inFlight);
        this.threads = Executors.newFixedThreadPool(inFlight);
    }

    @Override
    public void prepare(int messages) throws SQLException {
        rows = table.add(messages);
    }

    @Override
    public int dispatch() throws Exception {
        var next = new AtomicInteger();
        List<Callable<Integer>> loops = IntStream.range(0, inFlight)
                .<Callable<Integer>>mapToObj(thread -> () -> send(next))
                .toList();
        int sent = 0;
        for (Future<Integer> loop : threads.invokeAll(loops)) {
            sent += loop.get();
        }
        return sent;
    }

    private int send(AtomicInteger next) throws IOException, SQLException {
        int sent = 0;
        for (int at = next.getAndIncrement(); at < rows.size(); at = next.getAndIncrement()) {
            RecipientTable.Row row = rows.get(at);
            table.sent(row.id(), http.send(row.id(), row.phone()));
            table.count();
            sent++;
        }
        return sent;
    }

    @Override
    public void close() {
        threads.shutdown();
        http.close();
        table.close();
    }
}
