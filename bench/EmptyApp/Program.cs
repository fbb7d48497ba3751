var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "");
app.Run();
