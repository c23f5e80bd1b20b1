#!/usr/bin/env node
import module from 'node:module';

// Starts sooner where Node keeps compiled code (22.8 and later).
module.enableCompileCache?.();
const { main } = await import('../dist/bundle/main.js');

process.exitCode = await main(process);
