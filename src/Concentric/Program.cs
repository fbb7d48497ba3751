using Concentric.Commands;

return await CommandLine.RunAsync(args);
