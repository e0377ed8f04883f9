document.documentElement.className = "held";
