package dev.wakit.samples.server.demo;
/** x */
public final class DemoMain { private DemoMain() {} 
/** x */
public static void main(String[] args) {} }
