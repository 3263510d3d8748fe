package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.testkit.meta.MetaSimulator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large catalog is imported and mirrored in little memory, with few calls. */
class CatalogScaleTest {

    private static final int VARIANTS = Integer.getInteger("wakit.catalog.variants", 3_000);
    private static final int OF_A_GROUP = 10;
    private static final Pattern IMPORTED =
            Pattern.compile("CATALOG IMPORT rows=(\\d+) added=(\\d+) rejected=(\\d+) maxMb=(\\d+) seconds=(\\d+)");
    private static final Pattern SYNCED = Pattern.compile(
            "CATALOG SYNC variants=\\d+ submitted=(\\d+) present=(\\d+) errors=(\\d+) maxMb=(\\d+) seconds=(\\d+) priceMillis=(\\d+)");

    @TempDir
    private Path folder;

    @Test
    void aLargeCatalogIsImportedWith64MegabytesAndMirroredWith256AndFewCalls()
            throws IOException, InterruptedException {
        Path database = folder.resolve("shop.db");
        Path file = folder.resolve("products.csv");
        write(file);
        try (var simulator = MetaSimulator.start()) {
            String meta = simulator.catalogs().connect("Mugs");

            Matcher imported =
                    run("import", "-Xmx64m", IMPORTED, List.of("import", database.toString(), meta, file.toString()));
            Matcher synced = run(
                    "sync",
                    "-Xmx256m",
                    SYNCED,
                    List.of(
                            "sync",
                            database.toString(),
                            meta,
                            simulator.baseUrl().toString(),
                            simulator.accessToken(),
                            simulator.phoneNumberId(),
                            simulator.wabaId(),
                            simulator.portfolioId()));

            assertThat(number(imported, 1)).isEqualTo(VARIANTS);
            assertThat(number(imported, 2)).isEqualTo(VARIANTS / OF_A_GROUP);
            assertThat(number(imported, 3)).isZero();
            assertThat(number(synced, 1)).isEqualTo(VARIANTS);
            assertThat(number(synced, 2)).isEqualTo(VARIANTS);
            assertThat(number(synced, 3)).isZero();
            assertThat(number(synced, 6))
                    .as("milliseconds until a price is handed in")
                    .isLessThan(60_000);
            // 25 for 50,000; one more for the change of a price.
            assertThat(simulator.catalogs().calls("items_batch")).isLessThanOrEqualTo(1 + (VARIANTS + 1_999) / 2_000);
            assertThat(simulator.catalogs().products(meta)).hasSize(VARIANTS);
            assertThat(simulator
                            .catalogs()
                            .product(meta, "mug-0-0")
                            .orElseThrow()
                            .fields())
                    .containsEntry("price", "99.00 USD");
            System.out.println(synced.group() + " calls=" + simulator.catalogs().calls("items_batch"));
        }
    }

    private static long number(Matcher result, int group) {
        return Long.parseLong(result.group(group));
    }

    private static void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,title,description,availability,condition,price,link,image_link,brand,item_group_id,size\n");
            for (int i = 0; i < VARIANTS; i++) {
                int group = i / OF_A_GROUP;
                int size = i % OF_A_GROUP;
                out.write("mug-" + group + "-" + size + ",Mug " + group + ",\"A good one, number " + group + "."
                        + " It keeps what is in it warm for as long as a conversation takes.\",in stock,new,"
                        + (10 + i % 90) + ".00 USD,https://shop.example/mug-" + group + ",https://shop.example/mug-"
                        + group + ".jpg,Acme,group-" + group + "," + size + "\n");
            }
        }
    }

    private Matcher run(String name, String heap, Pattern result, List<String> arguments)
            throws IOException, InterruptedException {
        Path log = folder.resolve(name + ".log");
        try (var process = WorkerProcess.start(CatalogLoad.class, arguments, log, heap)) {
            assertThat(process.ended(Duration.ofMinutes(30)))
                    .as("ended in time")
                    .isTrue();
        }
        String output = Files.readString(log);
        Matcher found = result.matcher(output);
        assertThat(found.find()).as(output).isTrue();
        System.out.println(found.group());
        return found;
    }
}
