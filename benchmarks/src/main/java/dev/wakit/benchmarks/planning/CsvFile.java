package dev.wakit.benchmarks.planning;

import dev.wakit.benchmarks.dispatch.People;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as businesses have it: five columns, phones in random order and in five notations, one row in a hundred repeated in
 * another notation, one in two hundred without a usable number. The same rows every time.
 */
final class CsvFile {

    private static final int REPEATED = 100;
    private static final int UNUSABLE = 200;
    /** Coprime to the numbers that are used, so that each is met once, in no order. */
    private static final long STRIDE = 61_803_399;

    private static final long NUMBERS = 89_000_000;

    private CsvFile() {}

    /** Writes so many rows under a header. */
    static void write(Path file, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("phone,name,package,price,city\n");
            for (int row = 0; row < rows; row++) {
                out.write(phone(row) + ",Asha " + row + ",Bali Premium,\"45,000\",Ahmedabad\n");
            }
        }
    }

    private static String phone(int row) {
        if (row % UNUSABLE == UNUSABLE / 2) {
            return "12" + row;
        }
        boolean isRepeated = row > 0 && row % REPEATED == 0;
        long person = (isRepeated ? row - 1L : row) * STRIDE % NUMBERS;
        String national = People.phone(person).substring("+91".length());
        return switch (isRepeated ? (row - 1) % 5 + 1 : row % 5) {
            case 0 -> "+91" + national;
            case 1 -> "0" + national.substring(0, 5) + " " + national.substring(5);
            case 2 -> "+91 " + national.substring(0, 5) + " " + national.substring(5);
            case 3 -> national;
            case 4 -> "(+91) " + national.substring(0, 5) + "-" + national.substring(5);
            default -> "0091" + national;
        };
    }
}
