// Loaded into every process of `npm start`: when the one that started it is killed, none is left behind holding the data.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
