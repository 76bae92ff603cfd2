@org.jspecify.annotations.NullMarked
package cn.linli.timebank.statements;
