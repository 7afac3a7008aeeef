package com.example;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs apps one after the other in one process: loading the CDK takes some seconds, an app a part of one. */
public final class AuthApp {
    public static void main(final String[] args) throws IOException, ReflectiveOperationException {
        Path shared = Path.of(System.getenv("CDK_OUTDIR"));
        for (int index = 0; index < args.length; index += 2) {
            long start = System.nanoTime();
            String failure = "";
            try {
                Class.forName(args[index]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            } catch (InvocationTargetException thrown) {
                failure = thrown.getCause().toString().replace("\n", "; ");
            }
            // What it wrote is moved to the folder that is named beside it.
            try (DirectoryStream<Path> templates = Files.newDirectoryStream(shared, "*.template.json")) {
                for (Path template : templates) {
                    Files.move(template, Path.of(args[index + 1]).resolve(template.getFileName()));
                }
            }
            System.out.println("result " + (System.nanoTime() - start) / 1_000_000 + " " + failure);
        }
    }
}
