@org.jspecify.annotations.NullMarked
package cn.linli.standalone.simulator;
