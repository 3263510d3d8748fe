package dev.wakit.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * What a request carries. Each is written to the wire at most once.
 *
 * @since 0.1
 */
public sealed interface HttpBody {

    /** Nothing. */
    static HttpBody none() {
        return None.NONE;
    }

    /** A JSON document. */
    static HttpBody json(JsonNode tree) {
        return new Document(Json.write(tree));
    }

    /** A JSON document that is encoded already, as UTF-8; not copied. */
    static HttpBody json(byte[] document) {
        return new Document(document);
    }

    /**
     * A form without files, as {@code application/x-www-form-urlencoded} in UTF-8.
     *
     * @param fields names and values in order; a name may occur again
     */
    static HttpBody form(List<Map.Entry<String, String>> fields) {
        return new Form(fields);
    }

    /** A body of no bytes, and no {@code Content-Type}. */
    enum None implements HttpBody {
        /** The only one. */
        NONE
    }

    /**
     * JSON as UTF-8.
     *
     * @param json the document; not copied
     */
    record Document(byte[] json) implements HttpBody {

        /** The length only. */
        @Override
        public String toString() {
            return "Document[" + json.length + " bytes]";
        }
    }

    /**
     * A form without files.
     *
     * @param fields names and values in order
     */
    record Form(List<Map.Entry<String, String>> fields) implements HttpBody {

        /** Copies the fields. */
        public Form {
            fields = List.copyOf(fields);
        }

        /** How many fields only. */
        @Override
        public String toString() {
            return "Form[" + fields.size() + " fields]";
        }
    }

    /**
     * A form with one file, as {@code multipart/form-data}; the file is streamed.
     *
     * @param fields the other fields, in order
     * @param name the name of the file's field
     * @param file the file
     */
    record Multipart(List<Map.Entry<String, String>> fields, String name, File file) implements HttpBody {

        /** Copies the fields. */
        public Multipart {
            fields = List.copyOf(fields);
        }

        /** How many fields only. */
        @Override
        public String toString() {
            return "Multipart[" + fields.size() + " fields and a file]";
        }
    }

    /**
     * Bytes as they are, streamed.
     *
     * @param file the bytes; its name is not sent
     */
    record Raw(File file) implements HttpBody {}

    /**
     * A file that is read while it is sent.
     *
     * @param fileName its name, without a path
     * @param mimeType its type
     * @param length bytes, or -1 if that is not known before the end
     * @param content opens it; called once a request
     */
    record File(String fileName, String mimeType, long length, Content content) {

        /** The type and the length only. */
        @Override
        public String toString() {
            return "File[" + mimeType + ", " + length + " bytes]";
        }
    }

    /** Opens a stream, which the request closes. */
    @FunctionalInterface
    interface Content {

        /**
         * A new stream from the first byte.
         *
         * @throws IOException if it cannot be read; the request ends as a broken one
         */
        InputStream open() throws IOException;
    }
}
